import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectOk } from '../../expect-ok.ts';
import { recordingOf } from '../../node/a-language-package.ts';
import {
  ADMINISTRATOR,
  loseVoices,
  packagingHouse,
  refuseVoices,
  twoHouses,
  type PackagingHouse,
} from './packaging-house.ts';

const auditOf = ({ home }: PackagingHouse): string =>
  readdirSync(home.layout.audit)
    .map((name) => readFileSync(join(home.layout.audit, name), 'utf8'))
    .join('');

test('approved words go from one house to another and count there as approved', async () => {
  const { folder, giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  giver.words('kiosk.more', 'Framåt');
  const name = giver.gives();
  expect(readdirSync(folder)).toEqual(['matu-language-sv-2026-03-04-hus-7-1.tar']);
  const read = taker.reads(name);
  expect(read).toMatchObject({ isKnown: false, siteName: 'Huset i Sisimiut', language: 'sv', texts: 1, changed: 1 });
  expect(read.words).toBe(expectOk(giver.keeper.show()).ownWords);
  expect(existsSync(taker.home.layout.translations)).toBe(false);
  expect(taker.takes(name)).toMatchObject({ changed: 1, unchanged: 0, conflicts: [], unknown: [], refused: [] });
  expect(taker.entry('kiosk.hide')).toMatchObject({ text: 'Göm', status: 'approved', author: 'Cilla' });
  expect(taker.entry('kiosk.more').history).toEqual([]);
  expect(expectOk(taker.keeper.show()).sources).toMatchObject([
    { siteName: 'Huset i Sisimiut', trustedBy: 'Aviâja', trustedOn: { year: 2026, month: 3, day: 4 } },
  ]);
  expect(auditOf(giver)).toContain('languagePackageWritten');
  expect(auditOf(taker)).toMatch(/languageSourceTrusted[^]*languagePackageTaken/);
});

test('any approved words arrive, and nothing that stood there before is lost', async () => {
  const { giver, taker } = await twoHouses();
  const keys = ['kiosk.hide', 'kiosk.more', 'kiosk.staff'];
  const letters = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom('a', 'b', 'å', 'ä', 'ö', 'é', '?', '!'),
  });
  let round = 0;
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1 }), letters, (chosen, text) => {
      round += 1;
      for (const key of chosen) giver.approves(key, `${text} ${round} ${key.length}`);
      const before = new Map(keys.map((key) => [key, taker.entry(key)]));
      const taken = taker.takes(giver.gives());
      expect([taken.changed, taken.conflicts, taken.refused]).toEqual([chosen.length, [], []]);
      for (const key of keys) {
        const [theirs, ours] = [giver.entry(key), taker.entry(key)];
        expect(ours.text).toBe(chosen.includes(key) ? theirs.text : before.get(key)?.text);
        if (chosen.includes(key)) expect(ours).toMatchObject({ status: 'approved', reviews: theirs.reviews });
        expect(ours.history.slice(0, before.get(key)?.history.length)).toEqual(before.get(key)?.history);
      }
    }),
    { numRuns: 6 },
  );
});

test('nothing is taken of a kiosk whose words nobody has compared', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  const name = giver.gives();
  const { sha256 } = taker.reads(name);
  const untrusted = { name, sha256, hasCompared: false, decisions: [] };
  expect(taker.keeper.import(untrusted, ADMINISTRATOR)).toEqual({ ok: false, error: { kind: 'unknownKey' } });
  expect(existsSync(taker.home.layout.translations)).toBe(false);
  expect(expectOk(taker.keeper.show()).sources).toEqual([]);
  expect(auditOf(taker)).toContain('unknownKey');
});

test('a kiosk that is known needs no words again, and one that was forgotten does', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  taker.takes(giver.gives());
  giver.approves('kiosk.hide', 'Göm det');
  const name = giver.gives();
  expect(taker.reads(name).isKnown).toBe(true);
  const [source] = expectOk(taker.keeper.show()).sources;
  expect(taker.keeper.forget({ kioskId: source?.kioskId ?? '' }, ADMINISTRATOR)).toEqual({ ok: true, value: [] });
  expect(taker.reads(name).isKnown).toBe(false);
  expect(taker.entry('kiosk.hide')).toMatchObject({ text: 'Göm', status: 'approved' });
  expectOk(taker.keeper.forget({ kioskId: source?.kioskId ?? '' }, ADMINISTRATOR));
  expect(auditOf(taker).match(/languageSourceForgotten/g)).toHaveLength(1);
});

test('the same package and an older one are refused, another language’s is not', async () => {
  const { folder, giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  const first = giver.gives();
  giver.approves('kiosk.hide', 'Göm det');
  const second = giver.gives();
  taker.takes(second);
  const older = { ok: false, error: { kind: 'older' } };
  expect([taker.keeper.read({ name: first }), taker.keeper.read({ name: second })]).toEqual([older, older]);
  renameSync(join(folder, first), join(folder, 'matu-language-sv-2027-01-01-hus-7-9.tar'));
  expect(taker.keeper.read({ name: 'matu-language-sv-2027-01-01-hus-7-9.tar' })).toEqual(older);
  expect(taker.entry('kiosk.hide').text).toBe('Göm det');
});

test('a trusted kiosk that comes with another key is refused', async () => {
  const { folder, giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  taker.takes(giver.gives());
  rmSync(join(folder, 'matu-language-sv-2026-03-04-hus-7-1.tar'));
  const impostor = await packagingHouse({ folder, kioskId: giver.home.custody.enrolment.kioskId });
  impostor.approves('kiosk.hide', 'Göm undan');
  expect(taker.keeper.read({ name: impostor.gives() })).toEqual({ ok: false, error: { kind: 'otherKey' } });
});

test('words that this house has worded since are a conflict, and are taken only by decision', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  taker.words('kiosk.hide', 'Täck');
  const name = giver.gives();
  const { sha256, conflicts } = taker.reads(name);
  expect(conflicts).toMatchObject([{ key: 'kiosk.hide', text: 'Täck', theirText: 'Göm', changed: ['target'] }]);
  const decisions = conflicts.map(({ key, danish, text }) => ({ key, danish, text }));
  const taken = taker.keeper.import({ name, sha256, hasCompared: true, decisions }, ADMINISTRATOR);
  expect(expectOk(taken)).toMatchObject({ changed: 1, conflicts: [] });
  expect(taker.entry('kiosk.hide').history.map(({ text }) => text)).toEqual(['Täck', 'Göm']);
});

test('words without a decision stay, also when the package is taken', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  giver.approves('kiosk.more', 'Framåt');
  taker.words('kiosk.hide', 'Täck');
  expect(taker.takes(giver.gives())).toMatchObject({ changed: 1, conflicts: [{ key: 'kiosk.hide' }] });
  expect([taker.entry('kiosk.hide').text, taker.entry('kiosk.more').text]).toEqual(['Täck', 'Framåt']);
});

test('what was taken goes back as unchanged', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  taker.takes(giver.gives());
  const before = readFileSync(join(giver.home.layout.translations, 'sv.jsonl'), 'utf8');
  expect(giver.takes(taker.gives())).toMatchObject({ changed: 0, unchanged: 1 });
  expect(readFileSync(join(giver.home.layout.translations, 'sv.jsonl'), 'utf8')).toBe(before);
});

test('voices come with the words that they say, once, and only where those words stand', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  giver.approves('kiosk.more', 'Framåt');
  for (const text of ['Göm', 'Framåt', 'Vidare']) giver.shelf.set(`sv/${recordingOf(text).words}`, recordingOf(text));
  taker.words('kiosk.more', 'Nästa');
  expect(taker.takes(giver.gives())).toMatchObject({ voices: 1, voicesRefused: 0 });
  expect([...taker.shelf.keys()]).toEqual([`sv/${recordingOf('Göm').words}`]);
  expect(Buffer.from(taker.shelf.get(`sv/${recordingOf('Göm').words}`)?.sound ?? []).toString()).toBe('voice of Göm');
  expect(taker.takes(giver.gives())).toMatchObject({ voices: 0 });
});

test('a voice that this kiosk does not take is counted, and the words are taken', async () => {
  const { giver, taker } = await twoHouses(refuseVoices);
  giver.approves('kiosk.hide', 'Göm');
  giver.shelf.set(`sv/${recordingOf('Göm').words}`, recordingOf('Göm'));
  expect(taker.takes(giver.gives())).toMatchObject({ changed: 1, voices: 0, voicesRefused: 1 });
});

test('a voice that cannot be kept leaves the words as they were, and the package may be taken again', async () => {
  const { giver, taker } = await twoHouses(loseVoices);
  giver.approves('kiosk.hide', 'Göm');
  giver.shelf.set(`sv/${recordingOf('Göm').words}`, recordingOf('Göm'));
  const name = giver.gives();
  const { sha256 } = taker.reads(name);
  const request = { name, sha256, hasCompared: true, decisions: [] };
  expect(taker.keeper.import(request, ADMINISTRATOR)).toEqual({ ok: false, error: { kind: 'notSaved' } });
  expect(taker.entry('kiosk.hide').history).toEqual([]);
  expect(taker.reads(name).isKnown).toBe(false);
});

test('a package that was exchanged since it was looked at is refused', async () => {
  const { folder, giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  const first = giver.gives();
  const { sha256 } = taker.reads(first);
  giver.approves('kiosk.hide', 'Göm det');
  copyFileSync(join(folder, giver.gives()), join(folder, first));
  const request = { name: first, sha256, hasCompared: true, decisions: [] };
  expect(taker.keeper.import(request, ADMINISTRATOR)).toEqual({ ok: false, error: { kind: 'changedMeanwhile' } });
});

test.each<[string, (path: string) => void, string]>([
  ['a changed byte', (path) => writeFileSync(path, changedByte(readFileSync(path))), 'altered'],
  ['half of its bytes', (path) => truncateSync(path, 2048), 'notPackage'],
  ['nothing in it', (path) => truncateSync(path, 0), 'notPackage'],
  ['more bytes than any package', (path) => truncateSync(path, 257 * 1024 * 1024), 'tooLarge'],
  ['a folder in its place', putFolder, 'notRead'],
  ['nothing in its place', (path) => rmSync(path), 'missing'],
])('a file with %s is refused with the reason, and nothing is taken', async (_, spoil, kind) => {
  const { folder, giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  const name = giver.gives();
  const { sha256 } = taker.reads(name);
  spoil(join(folder, name));
  const refused = { ok: false, error: { kind } };
  expect(taker.keeper.read({ name })).toEqual(refused);
  expect(taker.keeper.import({ name, sha256, hasCompared: true, decisions: [] }, ADMINISTRATOR)).toEqual(refused);
  expect(existsSync(taker.home.layout.translations)).toBe(false);
});

function putFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

function changedByte(bytes: Buffer): Buffer {
  const at = bytes.indexOf('Göm');
  return Buffer.concat([bytes.subarray(0, at), Buffer.from('g'), bytes.subarray(at + 1)]);
}

test('a kiosk does not take its own package', async () => {
  const { giver } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  expect(giver.keeper.read({ name: giver.gives() })).toEqual({ ok: false, error: { kind: 'own' } });
});

test('each package has the next number, also after one that could not be written', async () => {
  const { folder, giver } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  giver.gives();
  rmSync(folder, { recursive: true });
  const failed = giver.keeper.export({ language: 'sv' }, ADMINISTRATOR);
  expect(failed).toEqual({ ok: false, error: { kind: 'missing' } });
  expect(expectOk(giver.keeper.show())).toMatchObject({ isFolderThere: false, files: [] });
  mkdirSync(folder);
  expect(giver.gives()).toBe('matu-language-sv-2026-03-04-hus-7-3.tar');
});

test('a file that has its name already is not written over', async () => {
  const { folder, giver } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  writeFileSync(join(folder, 'matu-language-sv-2026-03-04-hus-7-1.tar'), 'another house');
  expect(giver.keeper.export({ language: 'sv' }, ADMINISTRATOR)).toEqual({ ok: false, error: { kind: 'exists' } });
  expect(readFileSync(join(folder, 'matu-language-sv-2026-03-04-hus-7-1.tar'), 'utf8')).toBe('another house');
});

test('a house without approved words, or without a folder, has nothing to give', async () => {
  const { giver } = await twoHouses();
  giver.words('kiosk.hide', 'Göm');
  expect(giver.keeper.export({ language: 'sv' }, ADMINISTRATOR)).toEqual({
    ok: false,
    error: { kind: 'nothingApproved' },
  });
  const { state } = giver.home;
  expectOk(state.change((content) => ({ ...content, settings: { ...content.settings, destinationFolder: null } })));
  const noFolder = { ok: false, error: { kind: 'noFolder' } };
  expect(giver.keeper.export({ language: 'sv' }, ADMINISTRATOR)).toEqual(noFolder);
  expect(giver.keeper.read({ name: 'matu-language-x.tar' })).toEqual(noFolder);
  expect(expectOk(giver.keeper.show())).toMatchObject({ folder: null, isFolderThere: false });
});

test('texts in work that are damaged are said to be, and stay as they are', async () => {
  const { giver, taker } = await twoHouses();
  giver.approves('kiosk.hide', 'Göm');
  const name = giver.gives();
  const { sha256 } = taker.reads(name);
  mkdirSync(taker.home.layout.translations, { recursive: true });
  const path = join(taker.home.layout.translations, 'sv.jsonl');
  writeFileSync(path, 'nothing');
  const damaged = { ok: false, error: { kind: 'damaged' } };
  expect(taker.keeper.show()).toEqual(damaged);
  expect(taker.keeper.read({ name })).toEqual(damaged);
  expect(taker.keeper.export({ language: 'sv' }, ADMINISTRATOR)).toEqual(damaged);
  expect(taker.keeper.import({ name, sha256, hasCompared: true, decisions: [] }, ADMINISTRATOR)).toEqual(damaged);
  expect(readFileSync(path, 'utf8')).toBe('nothing');
});
