import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { placeOfText } from '../../../core/translation/text-place.ts';
import { cellOf, type TextCell, type TextRow } from '../../../core/translation/text-row.ts';
import { useDeskWords } from '../staff/desk-context.ts';

/** A place in the table: a row among those that are found, and a column among the languages. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
}

interface TextTableProps {
  readonly rows: readonly TextRow[];
  /** The language or dialect of each column. */
  readonly tags: readonly LanguageTag[];
  readonly active: TablePlace;
  readonly onActive: (place: TablePlace) => void;
  readonly onOpen: (place: TablePlace) => void;
}

/** Says a text in which nothing is put. */
type Say = (key: string) => string;

/** Three lines of words and one of the key, in rem: rows are of one height, so that nothing jumps while one scrolls. */
const ROW_REM = 6.25;
/** The names of the columns, in rem. They stay while the rows below are scrolled. */
const HEAD_REM = 2.5;

/**
 * Texts side by side; only the rows that are seen are drawn. One stop for the Tab key: the arrow keys lead from text to
 * text, and Enter opens one.
 */
export const TextTable = memo(function TextTable({ rows, tags, active, onActive, onOpen }: TextTableProps) {
  const { say: sayAnew } = useDeskWords();
  const say = useMemo(() => remembering(sayAnew), [sayAnew]);
  const box = useRef<HTMLDivElement>(null);
  // Once for all rows: each question for a style makes the page look whether it still holds.
  const [remPx] = useState(rootFontSize);
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_REM * remPx,
    scrollPaddingEnd: HEAD_REM * remPx,
    overscan: 4,
  });
  useEffect(() => {
    if (active.row >= rows.length || isWhole(drawn, { row: active.row, remPx })) return;
    drawn.scrollToIndex(active.row);
  }, [active.row, rows.length, drawn, remPx]);
  const press = useCallback(
    (place: TablePlace): void => {
      onActive(place);
      onOpen(place);
    },
    [onActive, onOpen],
  );
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onOpen(active);
    const next = nextPlace(event.key, active, { row: rows.length - 1, column: tags.length - 1 });
    if (next === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== null) onActive(next);
  };
  return (
    <div
      ref={box}
      id="text-table"
      className="text-table"
      role="grid"
      tabIndex={0}
      aria-label={say('desk.translation.texts.table')}
      aria-rowcount={rows.length + 1}
      aria-colcount={tags.length + 1}
      aria-activedescendant={rows.length === 0 ? undefined : cellId(active)}
      onKeyDown={move}
    >
      <div role="row" aria-rowindex={1} className="text-row text-head">
        <span role="columnheader">{say('desk.translation.texts.key')}</span>
        {tags.map((tag) => (
          <span key={tag} role="columnheader">
            {say(`desk.translation.tag.${tag}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="text-rows" style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <TableRow
                key={row.key}
                {...{ row, index, start, tags, say }}
                activeColumn={index === active.row ? active.column : null}
                onPress={press}
              />
            )
          );
        })}
      </div>
    </div>
  );
});

interface TableRowProps {
  readonly row: TextRow;
  readonly index: number;
  /** Pixels from the top of all rows. */
  readonly start: number;
  readonly tags: readonly LanguageTag[];
  readonly activeColumn: number | null;
  readonly say: Say;
  readonly onPress: (place: TablePlace) => void;
}

/** Drawn anew only when something about it has changed: every key in the search moves most of them. */
const TableRow = memo(function TableRow({ row, index, start, tags, activeColumn, say, onPress }: TableRowProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className="text-row" style={{ transform: `translateY(${start}px)` }}>
      <span role="rowheader" className="text-key">
        <strong>{placeText(row.key, say)}</strong>
        {row.isGuarded && <em>{say('desk.translation.texts.guarded')}</em>}
        <span className="text-name">{row.key}</span>
      </span>
      {tags.map((tag, column) => {
        const cell = cellOf(row, tag);
        return (
          <span
            key={tag}
            role="gridcell"
            id={cellId({ row: index, column })}
            lang={tag}
            className="text-cell"
            aria-selected={activeColumn === column}
            onClick={() => onPress({ row: index, column })}
          >
            {cell === undefined ? null : <CellParts cell={cell} say={say} />}
          </span>
        );
      })}
    </div>
  );
});

function CellParts({ cell, say }: { readonly cell: TextCell; readonly say: Say }) {
  const marks = [
    cell.status,
    ...(cell.isSourceChanged ? ['sourceChanged'] : []),
    ...(cell.isOvertaken ? ['overtaken'] : []),
    ...(cell.hasVoice ? ['voice'] : []),
  ];
  return (
    <>
      <span className="text-words">{cell.text}</span>
      <span className="text-marks">
        {marks.map((mark) => (
          <span key={mark} data-mark={mark}>
            {say(`desk.translation.mark.${mark}`)}
          </span>
        ))}
      </span>
    </>
  );
}

function nextPlace(key: string, { row, column }: TablePlace, last: TablePlace): TablePlace | null {
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(row + 1, Math.max(last.row, 0)), column };
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, last.column) };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'Home':
      return { row: 0, column };
    case 'End':
      return { row: Math.max(last.row, 0), column };
    default:
      return null;
  }
}

/** The same few words stand in every row: each is looked up and put together once. */
function remembering(say: Say): Say {
  const said = new Map<string, string>();
  return (key) => {
    const words = said.get(key) ?? say(key);
    said.set(key, words);
    return words;
  };
}

/** Tells whether a row is seen as a whole, without making the page lay itself out as scrolling to it does. */
function isWhole(
  { scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>,
  { row, remPx }: { readonly row: number; readonly remPx: number },
): boolean {
  if (scrollOffset === null || scrollRect === null) return false;
  const from = row * ROW_REM * remPx - scrollOffset;
  return from >= 0 && from + (ROW_REM + HEAD_REM) * remPx <= scrollRect.height;
}

function cellId({ row, column }: TablePlace): string {
  return `text-${row}-${column}`;
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Where a text stands: of a question its name, and which part of it. */
export function placeText(key: string, say: Say): string {
  const place = placeOfText(key);
  if (place.kind !== 'question') return say(`desk.translation.place.${place.kind}`);
  return `${place.linkId}: ${say(`desk.translation.part.${place.part}`)}`;
}
