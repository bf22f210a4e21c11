import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayTranslate } from '../../../core/staff/person.ts';
import type { Request } from '../../../ipc/contract.ts';
import { TRANSLATION_CHANNELS, TRANSLATION_NEEDS, type TranslationChannel } from '../../../ipc/translation-channels.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { openedDesk, type OpenedDesk } from '../staff/opened-desk.ts';

const HASH = nodeHasher.sha256(new Uint8Array());
const REFUSED = 'Refused: nobody who may do this is signed in';

const NO_HASH = nodeHasher.sha256(new Uint8Array(0));

/** Something that fits the schema of each channel. */
const REQUESTS: { readonly [C in TranslationChannel]: Request<C> } = {
  'translation.show': {},
  'translation.seen': {},
  'translation.close': {},
  'translation.texts': {},
  'translation.cells': { key: 'x' },
  'translation.text': { tag: 'kl', key: 'x' },
  'translation.word': { tag: 'kl', key: 'x', text: 'x' },
  'translation.preview': {},
  'translation.publishing': {},
  'translation.publish': {},
  'translation.rollBack': {},
  'translation.takeUp': { number: null },
  'translation.export': { tag: 'kl', format: 'xliff' },
  'translation.import': { file: '', by: null },
  'translation.settle': { tag: 'kl', key: 'x', text: 'x', by: null, seen: { text: null, danish: 'x' } },
  'translation.voice': { tag: 'kl' },
  'translation.microphone': { isWanted: false },
  'translation.keepRecording': { tag: 'kl', key: 'x', text: 'x', speaker: 'x', language: 'da', opus: '' },
  'translation.playRecording': { tag: 'kl', hash: HASH },
  'translation.removeRecording': { tag: 'kl', hash: HASH },
  'translation.forgetSpeaker': { speaker: 'x' },
  'translation.judge': { tag: 'kl', key: 'x', seen: { text: 'x', danish: 'x' } },
  'translation.packages': {},
  'translation.exportPackage': { language: 'sv' },
  'translation.readPackage': { name: 'matu-language-sv.tar' },
  'translation.importPackage': { name: 'matu-language-sv.tar', sha256: NO_HASH, hasCompared: true, decisions: [] },
  'translation.forgetSource': { kioskId: '6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  'translation.instruments': {},
  'translation.loadInstrument': {
    ...{ slot: 'audit', language: 'da', questionnaire: '{}', rightsHolder: 'x', licence: 'x' },
    ...{ licenceValidUntil: '2030-01-01', officialVersion: '1', validated: 'yes', multiplyBy: 1, unitGrams: null },
  },
  'translation.setCutOffs': { slot: 'audit', language: 'da', cutOffs: [] },
  'translation.removeInstrument': { slot: 'audit', language: 'da' },
};

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());

/** Which of all channels are served, whatever came of them. Each is asked after `begin`. */
async function servedOf(
  desk: OpenedDesk,
  begin: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> {
  const served: string[] = [];
  for (const channel of TRANSLATION_CHANNELS) {
    await begin();
    const answered = await desk.asks(channel, REQUESTS[channel]);
    if (answered.ok) served.push(channel);
    else expect(answered.error, channel).toBe(REFUSED);
  }
  return served;
}

const allowed = (who: { readonly role: 'staff' | 'administrator'; readonly reviewer: 'translator' | null }) =>
  TRANSLATION_CHANNELS.filter((channel) => mayTranslate(who, TRANSLATION_NEEDS[channel]));

test('nothing is done before the window of the texts was opened, whoever is signed in', async () => {
  const desk = await openedDesk(centre);
  expect(await servedOf(desk)).toEqual([]);
  desk.opens();
  await desk.signsIn('administrator');
  expect(await servedOf(desk)).toEqual([]);
});

test('staff who look after no texts do not come to them', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  await desk.signsIn('staff');
  expect(await desk.gets('desk.openTexts', {})).toBe(false);
  expect(await servedOf(desk)).toEqual([]);
});

test('for whoever judges texts and for administrators everything is done that the table says', async () => {
  const desk = await openedDesk(centre);
  expectOk(await desk.kiosk.accounts.setReviewer(2, 'translator'));
  desk.opens();
  for (const role of ['staff', 'administrator'] as const) {
    await desk.signsIn(role);
    const begin = async (): Promise<void> => {
      expect(await desk.gets('desk.openTexts', {})).toBe(true);
    };
    expect(await servedOf(desk, begin)).toEqual(allowed({ role, reviewer: role === 'staff' ? 'translator' : null }));
  }
});

test('nothing is done for who was signed in until a moment ago, nor after the window was closed', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  await desk.signsIn('administrator');
  await desk.gets('desk.openTexts', {});
  await desk.gets('translation.close', {});
  expect(await servedOf(desk)).toEqual([]);
  await desk.gets('desk.openTexts', {});
  desk.uptime.pass(180);
  expect(desk.windows).toEqual(['open', 'openTexts', 'closeTexts', 'openTexts', 'closeTexts', 'close']);
  expect(await servedOf(desk)).toEqual([]);
});

test('nothing is done any more for whose role was taken back', async () => {
  const desk = await openedDesk(centre);
  await desk.kiosk.accounts.setReviewer(2, 'treatmentWorker');
  desk.opens();
  await desk.signsIn('staff');
  await desk.gets('desk.openTexts', {});
  expect(await desk.gets('translation.show', {})).toMatchObject({ signedIn: { reviewer: 'treatmentWorker' } });
  await desk.kiosk.accounts.setReviewer(2, null);
  expect(await servedOf(desk)).toEqual([]);
});
