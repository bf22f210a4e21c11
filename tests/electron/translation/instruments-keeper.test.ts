import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditEvent } from '../../../core/audit/events.ts';
import { parseInstrument, type Instrument } from '../../../core/pack/instrument.ts';
import { homeLayout } from '../../../electron/store/home-layout.ts';
import { InstrumentsKeeper } from '../../../electron/translation/instruments-keeper.ts';
import { instrumentRequestSchemas } from '../../../ipc/instruments-contract.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { inventedInstrument } from '../../core/pack/invented-instrument.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const ADMINISTRATOR = { id: 1, name: 'Aviâja' };
const PLACE = { slot: 'invented-example', language: 'da' } as const;
const instrument = (language: 'da' | 'sv'): Instrument =>
  expectOk(parseInstrument(inventedInstrument(language), nodeHasher));

interface Departure {
  readonly fs?: FileSystem;
  readonly program?: readonly Instrument[];
  readonly published?: () => readonly Instrument[];
  readonly month?: number;
}

function desk({ fs, program = [], published = () => [], month = 3 }: Departure = {}, home = temporaryFolder()) {
  const events: AuditEvent[] = [];
  const layout = homeLayout(home);
  const keeper = new InstrumentsKeeper({
    home: { layout, audit: { record: (...added: readonly AuditEvent[]) => void events.push(...added) } as never },
    slots: () => ['audit', 'invented-example'],
    program: () => program,
    published,
    today: () => ({ year: 2026, month, day: 4, weekday: 3 }),
    ...(fs === undefined ? {} : { fs }),
  });
  const load = (changed: object = {}, language: 'da' | 'sv' = 'da') =>
    keeper.load(requestOf({ language, ...changed }), ADMINISTRATOR);
  return { home, folder: layout.instruments, keeper, events, load };
}

/** What somebody fills in at the desk for the invented instrument. */
function requestOf(changed: { readonly language: 'da' | 'sv' }) {
  const { questionnaire } = inventedInstrument(changed.language);
  return instrumentRequestSchemas['translation.loadInstrument'].parse({
    ...{ slot: 'invented-example', questionnaire: JSON.stringify(questionnaire), rightsHolder: 'Nobody' },
    ...{ licence: 'Free', licenceValidUntil: '2026-12-31', officialVersion: '1', validated: 'no' },
    ...{ multiplyBy: 1, unitGrams: null, ...changed },
  });
}

const cutOffAt = (from: number) => ({ from, label: { kl: 'Killing', da: 'Grænse', sv: 'Gräns' } });

test('a house without instruments has the slots of its questions, and no folder yet', () => {
  const { keeper, folder } = desk();
  expect(keeper.show()).toEqual({ slots: ['audit', 'invented-example'], instruments: [], damaged: [] });
  expect(existsSync(folder)).toBe(false);
});

test('an instrument is kept whole, with its wording locked, who loaded it and when', () => {
  const { load, folder, events, keeper } = desk();
  const shown = expectOk(load({ unitGrams: 12 }));
  expect(shown.instruments).toEqual([
    {
      ...{ ...PLACE, title: 'Opfundet eksempel: vejret på min tur', rightsHolder: 'Nobody', licence: 'Free' },
      ...{ officialVersion: '1', validated: 'no', loadedBy: 'Aviâja', cutOffs: [], questions: 3, maxScore: 9 },
      ...{ multiplyBy: 1, unitGrams: 12, isPublished: false, standing: { kind: 'valid' } },
      validUntil: { year: 2026, month: 12, day: 31, weekday: 4 },
    },
  ]);
  const file: unknown = JSON.parse(readFileSync(join(folder, 'invented-example.da.json'), 'utf8'));
  expect(expectOk(parseInstrument(file, nodeHasher)).terms).toMatchObject({ loadedOn: '2026-03-04' });
  expect(file).toMatchObject({ questionnaire: inventedInstrument('da').questionnaire });
  expect(events).toEqual([{ event: 'instrumentLoaded', person: 1 }]);
  expect(keeper.show()).toEqual(shown);
});

test('its licence is spoken of from sixty days before it ends', () => {
  const { home, load } = desk();
  expectOk(load());
  expect(desk({ month: 12 }, home).keeper.show().instruments[0]?.standing).toEqual({ kind: 'endsSoon', days: 27 });
});

test('it is shown whether the kiosk asks it already, with these terms', () => {
  let published: readonly Instrument[] = [];
  const { load, keeper, folder } = desk({ published: () => published });
  expectOk(load());
  const file: unknown = JSON.parse(readFileSync(join(folder, 'invented-example.da.json'), 'utf8'));
  published = [expectOk(parseInstrument(file, nodeHasher))];
  expect(keeper.show().instruments[0]?.isPublished).toBe(true);
  expectOk(keeper.setCutOffs({ ...PLACE, cutOffs: [cutOffAt(3)] }, ADMINISTRATOR));
  expect(keeper.show().instruments[0]?.isPublished).toBe(false);
});

test('cut-offs are changed without touching the wording, and stay when the licence is renewed', () => {
  const { load, keeper, events } = desk();
  expectOk(load());
  expectOk(keeper.setCutOffs({ ...PLACE, cutOffs: [cutOffAt(3), cutOffAt(9)] }, ADMINISTRATOR));
  const [renewed] = expectOk(load({ licenceValidUntil: '2027-12-31' })).instruments;
  expect(renewed?.cutOffs.map(({ from }) => from)).toEqual([3, 9]);
  const [counted] = expectOk(load({ multiplyBy: 2 })).instruments;
  expect(counted?.cutOffs).toEqual([]);
  expect(events.map(({ event }) => event)).toContain('cutOffsChanged');
});

test('a cut-off that nobody can reach is refused by its place, and nothing changes', () => {
  const { load, keeper } = desk();
  const before = expectOk(load());
  expect(keeper.setCutOffs({ ...PLACE, cutOffs: [cutOffAt(3), cutOffAt(10)] }, ADMINISTRATOR)).toEqual({
    ok: false,
    error: { kind: 'notReadable', place: 'terms.cutOffs.1.from' },
  });
  expect(keeper.show()).toEqual(before);
});

test('it is removed for good; what is not there says so', () => {
  const { load, keeper, folder, events } = desk();
  expectOk(load());
  expect(expectOk(keeper.remove(PLACE, ADMINISTRATOR)).instruments).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
  const gone = { ok: false, error: { kind: 'gone', place: null } };
  expect(keeper.remove(PLACE, ADMINISTRATOR)).toEqual(gone);
  expect(keeper.setCutOffs({ ...PLACE, cutOffs: [] }, ADMINISTRATOR)).toEqual(gone);
  expect(events.at(-1)).toEqual({ event: 'instrumentRemoved', person: 1 });
});

const questionnaire = inventedInstrument('da').questionnaire;
test.each<[string, object, string, string | null]>([
  ['no JSON', { questionnaire: 'weather' }, 'notJson', null],
  ['no questionnaire', { questionnaire: '[]' }, 'notQuestionnaire', ''],
  ['a key that JavaScript means something by', polluted(), 'unsupported', '__proto__'],
  ['something that would be lost', withMember({ contained: [] }), 'unsupported', 'contained'],
  [
    'another language',
    { questionnaire: JSON.stringify({ ...questionnaire, language: 'sv' }) },
    'otherLanguage',
    'language',
  ],
  ['no questions', { questionnaire: JSON.stringify({ ...questionnaire, item: [] }) }, 'empty', 'item'],
  ['a slot that no version has', { slot: 'none' }, 'noSlot', null],
  ['a licence that ran out', { licenceValidUntil: '2026-03-03' }, 'licenceEnded', null],
])('nothing is loaded from a file with %s', (_, changed, kind, place) => {
  const { load, folder, events } = desk();
  expect(load(changed)).toEqual({ ok: false, error: { kind, place } });
  expect([existsSync(folder), events]).toEqual([false, []]);
});

function withMember(member: object): object {
  return { questionnaire: JSON.stringify({ ...questionnaire, ...member }) };
}
function polluted(): object {
  return { questionnaire: JSON.stringify(questionnaire).replace('{', '{"__proto__":{"polluted":true},') };
}

test('the same version with another wording, and a language that counts otherwise, are refused', () => {
  const { load } = desk();
  expectOk(load());
  const other = JSON.stringify({ ...questionnaire, title: 'Opfundet: noget andet' });
  expect(load({ questionnaire: other })).toEqual({ ok: false, error: { kind: 'reworded', place: null } });
  const clash = { ok: false, error: { kind: 'clash', place: null } };
  expect(load({ multiplyBy: 2 }, 'sv')).toEqual(clash);
  expectOk(load({}, 'sv'));
  expect(load({ multiplyBy: 2 })).toEqual(clash);
});

test('what the program brings is clashed with too, unless this house has its own in that place', () => {
  const { load } = desk({ program: [instrument('sv')] });
  expect(load({ multiplyBy: 2 })).toMatchObject({ ok: false, error: { kind: 'clash' } });
  expectOk(load());
  expectOk(load({}, 'sv'));
});

test('beside a file that is none, or under another name, nothing is loaded, and it is named', () => {
  const { load, folder, keeper } = desk();
  expectOk(load());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'audit.da.json'), readFileSync(join(folder, 'invented-example.da.json')));
  writeFileSync(join(folder, 'k6.da.json'), '{}');
  expect(keeper.show().damaged).toEqual(['audit.da.json', 'k6.da.json']);
  expect(load({}, 'sv')).toEqual({ ok: false, error: { kind: 'damaged', place: 'audit.da.json' } });
});

test('a disk that does not take it says so, and what stood there stands there', () => {
  const { home, load } = desk();
  const before = expectOk(load());
  const full = (): never => {
    throw Object.assign(new Error('ENOSPC'), { syscall: 'write', code: 'ENOSPC' });
  };
  const failing = desk({ fs: { ...nodeFileSystem, write: full, unlink: full } }, home);
  const notSaved = { ok: false, error: { kind: 'notSaved', place: null } };
  expect(failing.load({ officialVersion: '2' })).toEqual(notSaved);
  expect(failing.keeper.setCutOffs({ ...PLACE, cutOffs: [cutOffAt(1)] }, ADMINISTRATOR)).toEqual(notSaved);
  expect(failing.keeper.remove(PLACE, ADMINISTRATOR)).toEqual(notSaved);
  expect([failing.keeper.show(), failing.events]).toEqual([before, []]);
  expect(desk({}, join(home, 'no', 'home')).load()).toEqual(notSaved);
});
