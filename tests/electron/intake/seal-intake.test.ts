import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseIdentityFile } from '../../../centre/age-identity.ts';
import { verifyBundle, type VerifiedBundle } from '../../../centre/verify-bundle.ts';
import { fail, ok } from '../../../core/basics/result.ts';
import type { ToldCall } from '../../../core/alert/told-call.ts';
import type { Intake } from '../../../core/intake/intake.ts';
import { siteSchema } from '../../../core/intake/site.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import { sealIntake, type SealedFiles } from '../../../electron/intake/seal-intake.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { journey, newVisit } from '../../journeys/journey.ts';
import { shippedContent } from '../content/shipped-content.ts';

const CONTENT = shippedContent();
const NAME = 'Ñuka-Aviâja';
const NOW_MS = Date.parse('2026-03-04T22:30:00.123Z');

let centre: MadeCentre;
let outbox: FakeOutbox;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());
beforeEach(() => {
  outbox = new FakeOutbox();
});

/** An outbox in memory, which numbers and chains like the real one. */
class FakeOutbox implements SealedFiles {
  readonly sealed: Uint8Array[] = [];
  lastMs: number | null = null;
  problem: string | null = null;

  next(): ReturnType<SealedFiles['next']> {
    const last = this.sealed.at(-1);
    return { seq: this.sealed.length + 1, prevHash: last === undefined ? null : nodeHasher.sha256(last) };
  }

  readonly tags: (string | null)[] = [];

  commit({ seq, bytes, withdrawTag }: Parameters<SealedFiles['commit']>[0]): ReturnType<SealedFiles['commit']> {
    if (this.problem !== null) return fail({ kind: this.problem });
    expect(seq).toBe(this.next().seq);
    this.sealed.push(bytes);
    this.tags.push(withdrawTag);
    return ok({ sha256: nodeHasher.sha256(bytes) });
  }

  lastSealedMs(): number | null {
    return this.lastMs;
  }
}

/** A visit that stands at read back. It was on another way before: alcohol first, then hash. */
function answeredVisit(): Visit {
  const visit = journey({ language: 'kl', culture: 'danish', track: 'short', pack: CONTENT.pack })
    .until('call-name')
    .answer('call-name', NAME)
    .until('takes-room')
    .answer('takes-room', ['alcohol'])
    .answer('last-drink', ['today'])
    .toTheEnd()
    .edit('takes-room')
    .answer('takes-room', ['hash'])
    .toTheEnd();
  return { ...visit.visit, intakeId: randomUUID(), contentVersion: CONTENT.id };
}

function seal(visit = answeredVisit(), nowMs = NOW_MS, calls: Intake['calls'] = []): ReturnType<typeof sealIntake> {
  const { card, kiosk, kioskKey } = centre;
  return sealIntake(visit, CONTENT, {
    clock: { nowMs: () => nowMs },
    kioskId: kiosk.kioskId,
    signingKey: kioskKey,
    centre: card,
    site: siteSchema.strip().parse(card.site),
    bootCounter: 3,
    appVersion: '0.1.0',
    outbox,
    random: systemRandom,
    takeBackKey: (code) => Promise.resolve(new Uint8Array(32).fill(Number(code.charAt(0)))),
    toldCalls: () => calls,
    offers: () => ['peer', 'cooking'],
    ringToday: false,
  });
}

/** Opens what was sealed last, as the centre does. */
async function opened(): Promise<VerifiedBundle> {
  const { card, kiosk, home } = centre;
  const identities = parseIdentityFile(readFileSync(join(home, 'daily.identity'), 'utf8')) ?? [];
  return expectOk(await verifyBundle(outbox.sealed.at(-1) ?? new Uint8Array(), { card, kiosks: [kiosk], identities }));
}

describe('A sealed intake', () => {
  test('opens at the centre with exactly the answers that count', async () => {
    const visit = answeredVisit();
    expectOk(await seal(visit));
    const { intake } = await opened();
    expect(Object.keys(visit.answers)).toContain('last-drink');
    const answered = intake.answers.filter((answer) => answer.said.kind !== 'notAsked');
    expect(answered.map(({ linkId }) => linkId)).toEqual([
      ...['helper', 'urgent', 'anonymity', 'call-name', 'age', 'interpreter', 'help-first', 'takes-room'],
      ...['cannabis-pattern', 'not-live', 'strengths', 'contact-way'],
    ]);
    const said = new Map(intake.answers.map((answer) => [answer.linkId, answer.said]));
    expect(said.get('call-name')).toEqual({ kind: 'words', text: NAME });
    expect(said.get('takes-room')).toMatchObject({ kind: 'options', options: [{ code: 'hash' }] });
    expect(said.get('helper')).toMatchObject({ kind: 'notNow' });
    expect(intake).toMatchObject({
      intakeId: visit.intakeId,
      createdAt: '2026-03-04T22:30:00.123Z',
      language: 'kl',
      culture: 'danish',
      contentVersion: CONTENT.id,
    });
    expect(intake.site).not.toHaveProperty('phoneNumbers');
  });

  test('says who sealed what, where and when', async () => {
    const visit = answeredVisit();
    expectOk(await seal(visit));
    const { manifest, fhirBytes } = await opened();
    expect(manifest).toMatchObject({
      kioskId: centre.kiosk.kioskId,
      centreId: centre.card.centreId,
      seq: 1,
      prevHash: null,
      intakeId: visit.intakeId,
      addsTo: null,
      contentVersion: CONTENT.id,
      createdAt: '2026-03-04T22:30:00.123Z',
      timeZone: centre.card.site.timeZone,
      bootCounter: 3,
      appVersion: '0.1.0',
    });
    expect(JSON.parse(Buffer.from(fhirBytes).toString())).toMatchObject({ resourceType: 'Bundle' });
  });

  test('tells what the house did when it was called, in the record and in FHIR', async () => {
    const call: ToldCall = {
      ...{ level: 'red', calledAt: '2026-03-04T22:00:00.000Z', channelAfterSeconds: null, hereAfterSeconds: 45 },
      ...{ secondAfterSeconds: null, numbersAfterSeconds: null, note: 'rang112' },
    };
    expectOk(await seal(answeredVisit(), NOW_MS, [call]));
    const { intake, fhirBytes } = await opened();
    expect(intake.calls).toEqual([call]);
    expect(Buffer.from(fhirBytes).toString()).toContain('rang112');
  });

  test('shows nothing of what was said to whoever has no key', async () => {
    expectOk(await seal());
    const [sealed = new Uint8Array()] = outbox.sealed;
    for (const coding of ['utf8', 'latin1', 'utf16le'] as const) {
      expect(Buffer.from(sealed).includes(Buffer.from(NAME, coding))).toBe(false);
    }
    expect(Buffer.from(sealed).includes('takes-room')).toBe(false);
  });

  test('names the one before it', async () => {
    expectOk(await seal());
    const first = nodeHasher.sha256(outbox.sealed[0] ?? new Uint8Array());
    expect(expectOk(await seal()).slip.seq).toBe(2);
    const { manifest } = await opened();
    expect(manifest).toMatchObject({ seq: 2, prevHash: first });
  });

  test('is told by a slip with the number, the beginning of the digest and the day at the house', async () => {
    const { slip } = expectOk(await seal());
    const digest = nodeHasher.sha256(outbox.sealed[0] ?? new Uint8Array());
    expect(slip).toEqual({
      kiosk: centre.kiosk.kioskId.slice(0, 8),
      seq: 1,
      shortHash: digest.slice(0, 8),
      day: { year: 2026, month: 3, day: 4, weekday: 3 },
    });
    const late = expectOk(await seal(answeredVisit(), Date.parse('2026-03-04T23:30:00Z')));
    expect(late.slip.day).toEqual({ year: 2026, month: 3, day: 5, weekday: 4 });
  });
});

test('Whoever has the take-back code has the key whose digest the manifest carries', async () => {
  const { code, key } = expectOk(await seal());
  const { manifest } = await opened();
  expect(code).toMatch(/^[1-8]{16}$/);
  expect(key).toEqual(new Uint8Array(32).fill(Number(code?.charAt(0))));
  expect(manifest.withdrawTag).toBe(nodeHasher.sha256(key));
  expect(outbox.tags).toEqual([manifest.withdrawTag]);
});

test('After Send a person is told of the right that counts from today, and of nothing unwished', async () => {
  expect(expectOk(await seal()).afterSend).toEqual({ offers: [], isDayOneOf14: true });
});

describe('The clock', () => {
  test.each([
    ['the first intake of a kiosk', null, NOW_MS, 'high'],
    ['an intake after the last one', NOW_MS - 1, NOW_MS, 'high'],
    ['an intake at the very moment of the last one', NOW_MS, NOW_MS, 'high'],
    ['a clock that went back', NOW_MS + 1, NOW_MS, 'low'],
    ['a clock from before this program', null, Date.UTC(2026, 0, 1) - 1, 'low'],
    ['a clock that was lost', null, 0, 'low'],
    ['a clock that was lost already at the last intake', 5, 10, 'low'],
  ])('is trusted as it deserves: %s', async (_, lastMs, nowMs, clockConfidence) => {
    outbox.lastMs = lastMs;
    expectOk(await seal(answeredVisit(), nowMs));
    expect((await opened()).manifest.clockConfidence).toBe(clockConfidence);
  });
});

/** A name of so many letters. */
function words(length: number): Visit['answers'] {
  const at = '2026-03-04T22:20:00.000Z';
  const answer = { kind: 'text', text: 'a'.repeat(length) } as const;
  return { 'call-name': { answer, language: 'da', culture: 'danish', at, accompanied: false } };
}

describe('An intake that is not kept', () => {
  test.each(['full', 'uncertain', 'notNext'])('is not told as kept: %s', async (kind) => {
    outbox.problem = kind;
    expect(await seal()).toMatchObject({ ok: false, error: { kind } });
    expect(outbox.sealed).toEqual([]);
  });

  test.each([
    ['words that are too long', (visit: Visit) => ({ ...visit, answers: { ...visit.answers, ...words(2001) } })],
    ['no content version', (visit: Visit) => ({ ...visit, contentVersion: 'none' })],
  ])('is refused before it is sealed when the centre could not read it: %s', async (_, spoil) => {
    expect(await seal(spoil(answeredVisit()))).toEqual(fail({ kind: 'notComposed' }));
    expect(outbox.sealed).toEqual([]);
    expectOk(await seal({ ...answeredVisit(), answers: { ...answeredVisit().answers, ...words(2000) } }));
  });

  test('says nothing of what was said when a visit does not fit its content', async () => {
    const broken: Visit = { ...newVisit(), contentVersion: CONTENT.id, stage: { kind: 'readBack' } };
    const answers: Visit['answers'] = {
      helper: {
        answer: { kind: 'codes', codes: [NAME] },
        language: 'da',
        culture: 'danish',
        at: '2026-03-04T22:20:00.000Z',
        accompanied: false,
      },
    };
    expect(await seal({ ...broken, answers })).toEqual(fail({ kind: 'notComposed' }));
    expect(outbox.sealed).toEqual([]);
  });
});
