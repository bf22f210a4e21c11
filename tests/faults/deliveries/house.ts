import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../core/basics/clock.ts';
import { exportNameOf } from '../../../core/outbox/delivery.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { newEnrolment } from '../../../electron/store/enrolment.ts';
import { createHome } from '../../../electron/store/home.ts';
import { formatPublicKeyLine, parsePublicKeyFile } from '../../../node/minisign-keys.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { exampleIntake, makeBundle, makeCentreIn, type MadeCentre } from '../../centre/made-centre.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { SETTINGS } from '../../electron/test-home.ts';
import { expectOk } from '../../expect-ok.ts';
import { FAULT_CLOCK, openFaultHome, type OpenedHome } from '../fault-home.ts';
import { FaultyFileSystem } from '../faulty-file-system.ts';
import { deviceSecret } from '../fixed-secret.ts';

/** An intake that was sealed, as the house knows it and nobody on the way can change it. */
export interface Sealed {
  readonly seq: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly intakeId: string;
  readonly bytes: Uint8Array;
}

/** A centre, and a kiosk enrolled there that can be killed. */
export class House {
  readonly centre: MadeCentre;
  readonly sealed: Sealed[] = [];
  readonly #folder: string;
  readonly #clock: Clock;
  #starts = 0;
  #faulty = new FaultyFileSystem(null);
  #home: OpenedHome | null = null;

  private constructor(folder: string, centre: MadeCentre) {
    this.#folder = folder;
    this.centre = centre;
    let nowMs = FAULT_CLOCK.nowMs();
    // Each export is later than the one before.
    this.#clock = { nowMs: () => (nowMs += 1000) };
  }

  static async in(folder: string): Promise<House> {
    const centre = await makeCentreIn(folder);
    const house = new House(folder, centre);
    mkdirSync(house.#place);
    const random = systemRandom;
    const enrolment = enrolmentAt(centre);
    const directory = join(house.#place, 'home');
    expectOk(createHome({ directory, deviceSecret, random, settings: SETTINGS, enrolment }));
    await house.opens();
    return house;
  }

  get home(): OpenedHome {
    if (this.#home === null) throw new Error('The home is closed');
    return this.#home;
  }

  get clock(): Clock {
    return this.#clock;
  }

  /** Seals as many intakes, and keeps them. */
  async seals(count: number): Promise<void> {
    const { outbox } = this.home.custody;
    for (let done = 0; done < count; done += 1) {
      const { seq, prevHash } = outbox.next();
      const withdrawTag = withdrawTagOf(keyOf(seq), nodeHasher);
      const intake = exampleIntake(this.centre);
      const bytes = await makeBundle(this.centre, { intake, manifest: { seq, prevHash, withdrawTag } });
      const { sha256 } = expectOk(outbox.commit({ seq, intakeId: intake.intakeId, bytes, withdrawTag }));
      this.sealed.push({ seq, sha256, fileName: exportNameOf(sha256), intakeId: intake.intakeId, bytes });
    }
  }

  /** Opens the home as a start does; `atCall` is the call at which it is killed. */
  async opens(atCall: number | null = null): Promise<void> {
    this.#faulty = new FaultyFileSystem(atCall === null ? null : { atCall, code: 'KILL', isLasting: true });
    // Until it is open nobody is killed: the other campaigns do that.
    this.#faulty.isMended = true;
    this.#home = expectOk(
      await openFaultHome({ home: join(this.#place, 'home'), drive: '' }, { fs: this.#faulty.fs, clock: this.#clock }),
    );
    this.#faulty.calls = 0;
    this.#faulty.isMended = false;
  }

  /** What a drive is written with: it dies with the kiosk. */
  get fs(): FaultyFileSystem['fs'] {
    return this.#faulty.fs;
  }

  /** Sets the home aside as the kill left it; the right to write in it goes with the dead one's copy. */
  async isKilled(): Promise<void> {
    const dead = this.#place;
    const home = this.home;
    this.#starts += 1;
    cpSync(dead, this.#place, { recursive: true });
    this.#faulty.isMended = true;
    await home.close();
    rmSync(dead, { recursive: true });
    this.#home = null;
  }

  async closes(): Promise<void> {
    // Who closes in peace was not killed.
    this.#faulty.isMended = true;
    await this.#home?.close();
    this.#home = null;
  }

  get #place(): string {
    return join(this.#folder, `house-${this.#starts}`);
  }
}

function enrolmentAt({ home, kiosk, kioskKey: { keyId, seed } }: MadeCentre) {
  const text = (name: string): string => readFileSync(join(home, name), 'utf8');
  const root = parsePublicKeyFile(text('root.pub'));
  if (root === null) throw new Error('The centre has no root key');
  const card = { centreCard: text('centre.json'), centreCardSignature: text('centre.json.minisig') };
  const facts = { kioskId: kiosk.kioskId, rootPublicKey: formatPublicKeyLine(root), ...card, log2N: 1 };
  const signingKey = { keyId: Buffer.from(keyId).toString('hex'), seed: Buffer.from(seed).toString('hex') };
  return { ...newEnrolment(facts, systemRandom), signingKey };
}
