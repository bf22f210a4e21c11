import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EditionEvent } from '../../../core/translation/edition-events.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { openEditions } from '../../../electron/translation/home-editions.ts';
import { writeEdition } from '../../../electron/translation/edition-file.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { hashOf } from '../../core/translation/an-edition.ts';
import { SHIPPED_FILES } from '../content/shipped-content.ts';

const hide = (text: string, instead: string): EditionEvent => ({
  ...{ kind: 'worded', key: 'kiosk.hide', text, source: hashOf('Skjul'), instead: hashOf(instead) },
  ...{ by: 'A. B.', atMs: 1000 },
});

test('a language has its own desk, Greenlandic has none, a dialect has only what it words itself', () => {
  const { edition } = expectOk(openEditions(temporaryFolder(), SHIPPED_FILES));
  expect(expectOk(edition('sv')).get('desk.signIn.other')?.text).toBe('Någon annan');
  expect(expectOk(edition('da')).has('desk.signIn.other')).toBe(true);
  expect(expectOk(edition('kl')).has('desk.signIn.other')).toBe(false);
  const worded = [...expectOk(edition('kl-tunumiit')).values()].filter(({ text }) => text !== null);
  expect(worded.map(({ key }) => key)).toEqual(['intake.dialect.option.east']);
});

test('what was added is there after the home was opened again, over the same content version', () => {
  const folder = join(temporaryFolder(), 'translations');
  const { add } = expectOk(openEditions(folder, SHIPPED_FILES));
  expectOk(add('sv', [hide('Göm', 'Dölj')]));
  expectOk(add('sv', [hide('Göm det', 'Göm')]));
  const { edition, published } = expectOk(openEditions(folder, SHIPPED_FILES));
  const entry = expectOk(edition('sv')).get('kiosk.hide');
  expect(entry?.history.map(({ text }) => text)).toEqual(['Göm', 'Göm det']);
  expect(expectOk(published('sv')).texts['kiosk.hide']).not.toBe('Göm det');
});

test('a Danish text in work is what the others translate, and makes their words older than it', () => {
  const folder = join(temporaryFolder(), 'translations');
  const { add, edition } = expectOk(openEditions(folder, SHIPPED_FILES));
  expectOk(add('da', [hide('Skjul det nu', 'Skjul')]));
  expect(expectOk(edition('sv')).get('kiosk.hide')).toMatchObject({ danish: 'Skjul det nu', isSourceChanged: true });
});

test('a damaged edition is named, also where another language needs it, and nothing is added to it', () => {
  const folder = join(temporaryFolder(), 'translations');
  expectOk(writeEdition(join(folder, 'da.jsonl'), { tag: 'da', events: [] }));
  writeFileSync(join(folder, 'da.jsonl'), 'nothing');
  const { add, edition } = expectOk(openEditions(folder, SHIPPED_FILES));
  const damaged = { ok: false, error: { kind: 'damaged', tag: 'da' } };
  expect(edition('sv')).toEqual(damaged);
  expect(edition('da')).toEqual(damaged);
  expect(add('da', [hide('Skjul det', 'Skjul')])).toEqual(damaged);
});

test('a content version without its texts is refused by the name of the file', () => {
  const files = new Map(SHIPPED_FILES);
  files.delete('locales/sv/kiosk.json');
  expect(openEditions(temporaryFolder(), files)).toEqual({
    ok: false,
    error: { kind: 'unreadable', file: 'locales/sv/kiosk.json' },
  });
});

test('a voice is one that says these words in this language', () => {
  const files = new Map(SHIPPED_FILES).set(`assets/audio/sv/${clipHash('Göm', nodeHasher)}.opus`, new Uint8Array());
  const { hasVoice } = expectOk(openEditions(temporaryFolder(), files));
  expect([hasVoice('sv', 'Göm'), hasVoice('sv', 'Dölj'), hasVoice('kl', 'Göm')]).toEqual([true, false, false]);
});
