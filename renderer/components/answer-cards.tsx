import type { CSSProperties } from 'react';
import { SOFT_HYPHEN } from '../../core/translation/soft-hyphens.ts';
import { AnswerCard, type CardOption } from './answer-card.tsx';
import { MoreCard, type MoreWords } from './more-card.tsx';
import { useListPages } from './use-list-pages.ts';
import './answer-cards.css';

interface AnswerCardsProps {
  /** The group's name in the document. */
  readonly name: string;
  /** The id of the text that names the group. */
  readonly labelledBy: string;
  readonly options: readonly CardOption[];
  readonly chosen: readonly string[];
  readonly kind: 'one' | 'many';
  readonly onChoose: (code: string) => void;
  /** Without it the number of cards decides. `row`: beside each other; `list`: lower cards under each other. */
  readonly layout?: 'row' | 'list';
  /** What the cards stand for; see AnswerCard. */
  readonly hook?: string;
  /** Says the way to further pages; without it all cards stand there, however many. */
  readonly more?: MoreWords;
}

/** Above these many cards they become two columns, then lower ones. */
const ROOMY_CARDS = 4;
const EVEN_CARDS = 8;
/** Above these many they stand in three columns, so that nothing has to be scrolled for. */
const COMPACT_CARDS = 12;
/** Four cards beside each other have room for so many characters; longer ones would be parted in every line. */
const LONGEST_OF_FOUR = 24;

/** The columns of a wide screen, so that no card is left alone in the last row. */
function wideColumns(count: number, longest: number): number {
  if (count === 4 && longest > LONGEST_OF_FOUR) return 2;
  if (count <= ROOMY_CARDS) return count;
  if (count > COMPACT_CARDS) return 5;
  return [5, 6, 9].includes(count) ? 3 : 4;
}

function density(count: number): string {
  if (count <= ROOMY_CARDS) return 'roomy';
  if (count <= EVEN_CARDS) return 'even';
  return count <= COMPACT_CARDS ? 'compact' : 'dense';
}

/**
 * Answers as cards. Native radio buttons or check boxes lie under them, so that keys and screen readers work. Cards that
 * do not fit on the screen stand on further pages.
 */
export function AnswerCards(props: AnswerCardsProps) {
  const { name, labelledBy, options, chosen, kind, onChoose, layout, hook, more } = props;
  const pages = useListPages<HTMLFieldSetElement>(more === undefined ? 0 : options.length, secondLines(options));
  const shown = more === undefined ? options : options.slice(pages.first, pages.end);
  const places = shown.length + (pages.pages > 1 ? 1 : 0);
  return (
    <fieldset
      ref={pages.list}
      className="answer-cards"
      style={{ '--wide-columns': wideColumns(places, longestLabel(shown)) } as CSSProperties}
      data-layout={layout ?? density(places)}
      aria-labelledby={labelledBy}
    >
      {shown.map((option) => (
        <AnswerCard
          key={option.code}
          name={name}
          option={option}
          isChosen={chosen.includes(option.code)}
          type={kind === 'one' ? 'radio' : 'checkbox'}
          hook={hook}
          onChoose={onChoose}
        />
      ))}
      {more !== undefined && pages.pages > 1 && (
        <MoreCard
          words={more}
          page={pages.page}
          pages={pages.pages}
          hidesChosen={chosen.some((code) => shown.every((option) => option.code !== code))}
          onPress={pages.turn}
        />
      )}
    </fieldset>
  );
}

/** In characters that are seen, of either language. */
function longestLabel(options: readonly CardOption[]): number {
  const texts = options.flatMap(({ label }) => [label.first.text, label.second?.text ?? '']);
  return Math.max(0, ...texts.map((text) => text.replaceAll(SOFT_HYPHEN, '').length));
}

/** Which cards say it twice, and so need more room. */
function secondLines(options: readonly CardOption[]): string {
  return options.map(({ label }) => (label.second === null ? '1' : '2')).join('');
}
