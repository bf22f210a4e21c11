import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OpenView } from '../../electron/intake/open-view.ts';
import type { Kiosk } from '../../electron/intake/open-kiosk.ts';
import { Dice } from '../../tools/simulate/dice.ts';
import { openSimulatedHome } from '../../tools/simulate/open-simulated-home.ts';
import { play } from '../../tools/simulate/play.ts';
import { avoidedIn, SyntheticPerson, type PersonAct } from '../../tools/simulate/synthetic-person.ts';
import { expectOk } from '../expect-ok.ts';
import { LoopMount } from '../faults/loop-mount.ts';
import { findMarkers } from './find-markers.ts';

const IMAGE_BYTES = 64 * 1024 * 1024;
const BLOCK_BYTES = 4096;
const timeout = 60_000;
/** Stood on the disk in plain, and was deleted: what the scan must find, or finding nothing would say nothing. */
const PLAIN = 'Orvelquistam';
const PERSONAL_NUMBER = '610203-4927';

/** A made-up person who says words of their own wherever words are asked for. */
class MarkedPerson {
  readonly #person: SyntheticPerson;
  readonly #word: string;
  typed = 0;

  constructor(kiosk: Kiosk, word: string) {
    this.#person = new SyntheticPerson(new Dice(word), avoidedIn(kiosk.visit.content.pack));
    this.#word = word;
  }

  next(view: OpenView): PersonAct {
    const { scene } = view;
    if (scene.kind === 'track') return { kind: 'chooseTrack', track: 'whole' };
    if (scene.kind !== 'question' || scene.item.field.kind !== 'text') return this.#person.next(view);
    const { linkId } = scene.item;
    this.typed += 1;
    const text = linkId === 'personal-number' ? PERSONAL_NUMBER : `${this.#word} ${this.#word}`;
    return { kind: 'answer', linkId, answer: { kind: 'text', text } };
  }
}

/** Lets somebody answer everything; @returns the digits of the code that was taken on the way */
async function answersEverything(kiosk: Kiosk, word: string): Promise<string> {
  const { visit } = kiosk;
  const person = new MarkedPerson(kiosk, word);
  const nothing = (): void => undefined;
  const scene = { visit, person, code: null as string | null, codeTaken: nothing, saved: nothing, isOver: () => false };
  expect(await play(scene)).toBe('atSend');
  expect(person.typed).toBeGreaterThan(3);
  return scene.code ?? '';
}

async function sends({ visit }: Kiosk): Promise<void> {
  expectOk(await visit.send({ ringToday: false }));
}

/** Everything on the disk but blocks of zeros, which hold no word. */
function writtenBlocks(image: Buffer): Buffer {
  const blocks: Buffer[] = [];
  const empty = Buffer.alloc(BLOCK_BYTES);
  for (let at = 0; at < image.length; at += BLOCK_BYTES) {
    const block = image.subarray(at, at + BLOCK_BYTES);
    if (!block.equals(empty)) blocks.push(block);
  }
  return Buffer.concat(blocks);
}

function leavesPlainWords(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, `she said ${PLAIN}`);
  fsyncSync(file);
  closeSync(file);
  rmSync(path);
}

/** A day with a letter that is sent, one that is taken back, a draft that is deleted, and one that is kept. */
async function aDayAt(kiosk: Kiosk): Promise<readonly string[]> {
  const { visit } = kiosk;
  const codes = [await answersEverything(kiosk, 'Qvanbirkelo')];
  await sends(kiosk);
  visit.finish();

  codes.push(await answersEverything(kiosk, 'Zuntrelkavo'));
  await sends(kiosk);
  expectOk(visit.takeBack());
  visit.finish();

  codes.push(await answersEverything(kiosk, 'Dyvpraskelo'));
  expectOk(visit.forget());

  codes.push(await answersEverything(kiosk, 'Woxfimbrand'));
  expectOk(visit.keep());
  expect(kiosk.custody.outbox.sealedCount).toBe(2);
  return codes;
}

test(
  'no word of anybody stands on the disk, not even where something was deleted (where one can be made and mounted)',
  { timeout },
  async (context) => {
    const disk = new LoopMount();
    onTestFinished(() => disk.remove());
    const isMade = disk.make('ext4', IMAGE_BYTES);
    context.skip(!isMade, 'this machine does not let a file system be made and mounted');
    const { kiosk } = await openSimulatedHome(join(disk.mountPoint, 'home'), { seed: 'image', log2N: 1 });
    const codes = await aDayAt(kiosk).finally(() => kiosk.home.close());
    leavesPlainWords(join(disk.mountPoint, 'plain'));
    expect(disk.unmount()).toBe(true);

    const words = ['Qvanbirkelo', 'Zuntrelkavo', 'Dyvpraskelo', 'Woxfimbrand'];
    const digits = [PERSONAL_NUMBER, PERSONAL_NUMBER.replace('-', '')];
    const markers = [...words, ...digits, ...codes, ...codes.map((code) => code.replaceAll(' ', ''))];
    const written = writtenBlocks(disk.bytes());
    expect(findMarkers(written, [PLAIN])).toEqual([{ marker: PLAIN, how: 'UTF-8' }]);
    expect(findMarkers(written, markers)).toEqual([]);
  },
);
