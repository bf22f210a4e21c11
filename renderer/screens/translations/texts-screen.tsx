import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { placeOfText, type PlaceKind } from '../../../core/translation/text-place.ts';
import { cellOf, isFound, searchedText, type TextFilter, type TextRow } from '../../../core/translation/text-row.ts';
import type { ShownText } from '../../../ipc/translation-contract.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { TextEditor } from './text-editor.tsx';
import { TextTable, type TablePlace } from './text-table.tsx';
import { TextTools } from './text-tools.tsx';
import { useTranslations } from './translations-context.ts';

/** A dialect stands in the place of its language. */
const COLUMNS: readonly LanguageTag[] = ['da', 'sv', 'kl'];

/** All texts side by side, and one of them open beside them. */
export function TextsScreen() {
  const { say } = useDeskWords();
  const { texts, showOnScreen } = useTranslations();
  const { rows, trouble, refresh } = texts;
  const [filter, setFilter] = useState<TextFilter>('all');
  const [search, setSearch] = useState('');
  const [place, setPlace] = useState<PlaceKind | 'all'>('all');
  const [third, setThird] = useState<LanguageTag>('kl');
  const [active, setActive] = useState<TablePlace>({ row: 0, column: 0 });
  const [opened, setOpened] = useState<{ readonly key: string; readonly tag: LanguageTag } | null>(null);
  /** What was typed and not kept, so that looking at another text loses nothing. */
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const tags = useMemo(() => COLUMNS.map((tag) => (tag === 'kl' ? third : tag)), [third]);
  // The letters stand at once; the rows follow, and wait for further letters.
  const looked = useDeferredValue(search);
  const isSearched = looked !== '';
  // Not before somebody searches: the first rows are drawn the sooner.
  const searched = useMemo(() => (isSearched ? rows.map(searchedText) : null), [rows, isSearched]);
  const found = useMemo(() => {
    const words = looked.trim().toLocaleLowerCase('da');
    return rows.filter(
      (row, index) =>
        (searched === null || searched[index]?.includes(words) === true) &&
        (place === 'all' || placeOfText(row.key).kind === place) &&
        isFound(filter, row, tags),
    );
  }, [rows, searched, looked, filter, place, tags]);
  // The same ones always: a letter in the search draws the lists beside it no second time.
  const look = useMemo(() => {
    const anew =
      <T,>(set: (next: T) => void) =>
      (next: T): void => {
        set(next);
        setActive(({ column }) => ({ row: 0, column }));
      };
    return { onSearch: anew(setSearch), onFilter: anew(setFilter), onPlace: anew(setPlace), onThird: anew(setThird) };
  }, []);
  const open = useCallback(
    ({ row, column }: TablePlace): void => {
      const key = found[row]?.key;
      const tag = tags[column];
      if (key !== undefined && tag !== undefined && isWorded(found[row], tag)) setOpened({ key, tag });
    },
    [found, tags],
  );
  const type = (text: string, shown: ShownText): void => {
    if (opened === null) return;
    const next = new Map(typed);
    if (text === (shown.text ?? '')) next.delete(placeName(opened));
    else next.set(placeName(opened), text);
    setTyped(next);
  };
  const openedRow = rows.find(({ key }) => key === opened?.key);
  return (
    <section className="texts">
      <h1 className="unseen">{say('desk.translation.tab.texts')}</h1>
      <TextTools {...{ filter, search, place, third }} count={found.length} unkept={typed.size} {...look} />
      {trouble !== null && (
        <p className="desk-outcome" role="alert" data-trouble>
          {say(`desk.translation.trouble.${trouble}`)}
        </p>
      )}
      <div className="texts-both" aria-busy={looked !== search} data-opened={opened === null ? undefined : true}>
        <TextTable rows={found} tags={tags} active={active} onActive={setActive} onOpen={open} />
        {opened !== null && openedRow !== undefined && (
          <TextEditor
            key={placeName(opened)}
            textKey={opened.key}
            tag={opened.tag}
            room={openedRow.room}
            typed={typed.get(placeName(opened)) ?? null}
            onType={type}
            onKept={(shown) => {
              type(shown.text ?? '', shown);
              refresh(shown.key);
            }}
            onScreen={isOnScreen(opened.key) ? () => showOnScreen(opened) : null}
            onLeave={() => {
              // On a narrow glass the table is not there before.
              flushSync(() => setOpened(null));
              document.getElementById('text-table')?.focus();
            }}
          />
        )}
      </div>
    </section>
  );
}

function isWorded(row: TextRow | undefined, tag: LanguageTag): boolean {
  return row !== undefined && cellOf(row, tag) !== undefined;
}

function placeName({ key, tag }: { readonly key: string; readonly tag: LanguageTag }): string {
  return `${tag} ${key}`;
}

/** What staff and the centre read stands on no screen of the kiosk. */
function isOnScreen(key: string): boolean {
  return !['desk', 'pageOne', 'elsewhere'].includes(placeOfText(key).kind);
}
