import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditEvent } from '../../../core/audit/events.ts';
import { fail } from '../../../core/basics/result.ts';
import { fingerprintOf } from '../../../core/translation/returned-texts.ts';
import { ExchangeKeeper } from '../../../electron/translation/exchange-keeper.ts';
import { writeXliff } from '../../../electron/translation/exchange/xliff-file.ts';
import { openEditions } from '../../../electron/translation/home-editions.ts';
import { TextsKeeper } from '../../../electron/translation/texts-keeper.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { SHIPPED_FILES } from '../content/shipped-content.ts';

const KEY = 'kiosk.hide';
const ADMINISTRATOR = { id: 1 };

function madeExchange(folder: string | null = temporaryFolder()) {
  const home = temporaryFolder();
  const clock = { nowMs: () => 1_795_000_000_000 };
  const today = (): string => '2026-11-23';
  const texts = new TextsKeeper({
    open: () => openEditions(home, SHIPPED_FILES),
    catalogues: () => [],
    guarded: () => new Set(),
    clock,
    today,
  });
  const recorded: AuditEvent[] = [];
  const record = (...events: readonly AuditEvent[]): void => void recorded.push(...events);
  return {
    texts,
    folder,
    recorded,
    exchange: new ExchangeKeeper({ texts, folder: () => folder, clock, today, record }),
  };
}

/** A file as it left, with other words for some texts. */
function fileWith(texts: TextsKeeper, words: Readonly<Record<string, string>>): Uint8Array {
  const edition = expectOk(texts.edition('sv'));
  const exported = [...edition.values()].map((entry) => ({
    ...entry,
    text: words[entry.key] ?? entry.text,
    place: '',
    fingerprint: fingerprintOf(entry, nodeHasher),
  }));
  return writeXliff('sv', exported);
}

test.each(['xlsx', 'xliff'] as const)(
  'all texts leave as %s, and a file that nobody touched changes nothing',
  async (format) => {
    const { exchange, folder, recorded } = madeExchange();
    const name = expectOk(await exchange.export('sv', format));
    expect(name).toBe(`matu-sv-2026-11-23.${format === 'xlsx' ? 'xlsx' : 'xlf'}`);
    const file = readFileSync(join(folder ?? '', name));
    const imported = expectOk(await exchange.import({ file, by: 'Naja' }, ADMINISTRATOR));
    expect(imported).toMatchObject({ tag: 'sv', changed: 0, conflicts: [], unknown: [], refused: [] });
    expect(imported.unchanged).toBeGreaterThan(1900);
    expect(recorded).toEqual([]);
  },
);

test('words that came back are drafts of whoever wrote them, and what is not fit is named', async () => {
  const { exchange, texts, recorded } = madeExchange();
  const file = fileWith(texts, { [KEY]: 'Dölj allt', 'kiosk.date': 'inget datum' });
  const imported = expectOk(await exchange.import({ file, by: 'Naja' }, ADMINISTRATOR));
  expect(imported).toMatchObject({ changed: 1, refused: [{ key: 'kiosk.date', reason: 'placeholders' }] });
  expect(expectOk(texts.show({ tag: 'sv', key: KEY }))).toMatchObject({
    text: 'Dölj allt',
    author: 'Naja',
    status: 'draft',
  });
  expect(recorded).toEqual([{ event: 'textsImported', person: 1 }]);
});

test('what has changed on both sides is taken only as somebody decides, and only as they saw it', async () => {
  const { exchange, texts } = madeExchange();
  const file = fileWith(texts, { [KEY]: 'Dölj allt' });
  expectOk(texts.word({ tag: 'sv', key: KEY, text: 'Göm' }, { name: 'Aviâja' }));
  const { changed, conflicts } = expectOk(await exchange.import({ file, by: 'Naja' }, ADMINISTRATOR));
  expect(changed).toBe(0);
  expect(conflicts).toMatchObject([{ key: KEY, returned: 'Dölj allt', text: 'Göm', changed: ['target'] }]);
  const danish = conflicts[0]?.danish ?? '';
  const settled = { tag: 'sv', key: KEY, text: 'Dölj allt', by: 'Naja' } as const;
  expect(exchange.settle({ ...settled, seen: { text: 'Något annat', danish } })).toEqual(fail({ kind: 'otherWords' }));
  expect(exchange.settle({ ...settled, key: 'kiosk.none', seen: { text: 'Göm', danish } })).toEqual(
    fail({ kind: 'unknownKey' }),
  );
  expect(expectOk(exchange.settle({ ...settled, seen: { text: 'Göm', danish } }))).toMatchObject({
    text: 'Dölj allt',
    author: 'Naja',
  });
});

test('a file that is none of ours changes nothing, and it is said why', async () => {
  const { exchange } = madeExchange();
  expect(await exchange.import({ file: Buffer.from('hello'), by: null }, ADMINISTRATOR)).toEqual(
    fail({ kind: 'badZip' }),
  );
});

test('without a folder, or where it cannot be written, nothing leaves', async () => {
  expect(await madeExchange(null).exchange.export('kl', 'xlsx')).toEqual(fail({ kind: 'noFolder' }));
  const missing = join(temporaryFolder(), 'missing');
  expect(await madeExchange(missing).exchange.export('kl', 'xlsx')).toEqual(fail({ kind: 'notWritten' }));
});
