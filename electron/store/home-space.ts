import type { Random } from '../../core/basics/random.ts';
import { hasRoom, type Space } from '../../core/site/space.ts';
import { nodeFileSystem, systemCodeOf } from '../../node/file-system.ts';
import type { FileSystem } from '../../node/file-system.ts';
import { freeBytesIn } from '../../node/free-space.ts';
import { Ballast } from './ballast.ts';
import type { HomeLayout } from './home-layout.ts';

/** What the space of a home is kept with. */
export interface HomeSpaceOptions {
  readonly layout: Pick<HomeLayout, 'home' | 'ballast'>;
  readonly random: Random;
  /** Told when the ballast was given up: staff should make room. */
  readonly onGivenUp: () => void;
  readonly fs?: FileSystem;
  /** What the file system says; tests play another disk. */
  readonly freeBytes?: (folder: string) => number | null;
}

/** The room on a home's disk: a full disk refuses new visits, and never loses the present one. */
export class HomeSpace {
  readonly #options: HomeSpaceOptions;
  readonly #ballast: Ballast;
  /** What the home writes with: on a full disk it gives the ballast up and tries once more. */
  readonly fs: FileSystem;

  constructor(options: HomeSpaceOptions) {
    this.#options = options;
    this.#ballast = new Ballast(options.layout.ballast, options.random);
    this.fs = roomMaking(options.fs ?? nodeFileSystem, () => this.#giveUp());
  }

  /** Tells whether a visit may begin. */
  hasRoom(space: Space): boolean {
    const { layout, freeBytes = freeBytesIn } = this.#options;
    return hasRoom(space, {
      freeBytes: freeBytes(layout.home),
      hasBallast: this.#ballast.stands(space.ballastMiB),
    });
  }

  /** Makes the ballast where it is missing and there is room for it; where that fails, the next call tries again. */
  async keep(space: Space): Promise<void> {
    if (!this.#ballast.stands(space.ballastMiB) && this.hasRoom(space)) await this.#ballast.fill(space.ballastMiB);
  }

  #giveUp(): boolean {
    const hadRoom = this.#ballast.giveUp();
    if (hadRoom) this.#options.onGivenUp();
    return hadRoom;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Makes room and calls again where a call found the disk full. A failed sync is not called again: what it lost is lost,
 * and its caller writes a new file.
 */
function roomMaking(fs: FileSystem, makeRoom: () => boolean): FileSystem {
  const making =
    (andThen: 'again' | 'throw') =>
    <A extends readonly unknown[], T>(call: (...args: A) => T) =>
    (...args: A): T => {
      try {
        return call(...args);
      } catch (thrown) {
        const hasRoomNow = FULL.has(systemCodeOf(thrown)) && makeRoom();
        if (!hasRoomNow || andThen === 'throw') throw thrown;
        return call(...args);
      }
    };
  const again = making('again');
  const forTheNext = making('throw');
  return {
    ...fs,
    open: again(fs.open),
    write: again(fs.write),
    link: again(fs.link),
    rename: again(fs.rename),
    fsync: forTheNext(fs.fsync),
    fdatasync: forTheNext(fs.fdatasync),
  };
}
