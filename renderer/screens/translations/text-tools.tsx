import { memo, useId } from 'react';
import { DIALECTS, type LanguageTag } from '../../../core/basics/language.ts';
import { PLACE_KINDS, type PlaceKind } from '../../../core/translation/text-place.ts';
import { TEXT_FILTERS, type TextFilter } from '../../../core/translation/text-row.ts';
import { useDeskWords } from '../staff/desk-context.ts';

interface TextChoicesProps {
  readonly filter: TextFilter;
  readonly place: PlaceKind | 'all';
  /** What stands in the third column: Greenlandic or one of its dialects. */
  readonly third: LanguageTag;
  readonly onFilter: (filter: TextFilter) => void;
  readonly onPlace: (place: PlaceKind | 'all') => void;
  readonly onThird: (tag: LanguageTag) => void;
}

interface TextToolsProps extends TextChoicesProps {
  readonly search: string;
  /** How many texts are found. */
  readonly count: number;
  /** How many are typed and not kept. */
  readonly unkept: number;
  readonly onSearch: (search: string) => void;
}

/** What the table shows: a search, a filter and which Greenlandic. */
export function TextTools({ search, count, unkept, onSearch, ...choices }: TextToolsProps) {
  const { say } = useDeskWords();
  const id = useId();
  return (
    <div className="texts-tools">
      <label htmlFor={id}>{say('desk.translation.texts.search')}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={({ currentTarget }) => onSearch(currentTarget.value)}
      />
      <TextChoices {...choices} />
      <p role="status">
        {say('desk.translation.texts.count', { count })}
        {unkept > 0 && <strong>{say('desk.translation.texts.unkept', { count: unkept })}</strong>}
      </p>
    </div>
  );
}

const TextChoices = memo(function TextChoices({ filter, place, third, onFilter, onPlace, onThird }: TextChoicesProps) {
  const { say } = useDeskWords();
  return (
    <>
      <select
        aria-label={say('desk.translation.texts.filter')}
        value={filter}
        onChange={({ currentTarget }) => onFilter(TEXT_FILTERS.find((each) => each === currentTarget.value) ?? 'all')}
      >
        {TEXT_FILTERS.map((each) => (
          <option key={each} value={each}>
            {say(`desk.translation.filter.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('desk.translation.texts.place')}
        value={place}
        onChange={({ currentTarget }) => onPlace(PLACE_KINDS.find((each) => each === currentTarget.value) ?? 'all')}
      >
        {(['all', ...PLACE_KINDS] as const).map((each) => (
          <option key={each} value={each}>
            {say(`desk.translation.place.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('desk.translation.texts.third')}
        value={third}
        onChange={({ currentTarget }) => onThird(DIALECTS.find((each) => each === currentTarget.value) ?? 'kl')}
      >
        {(['kl', ...DIALECTS] as const).map((each) => (
          <option key={each} value={each}>
            {say(`desk.translation.tag.${each}`)}
          </option>
        ))}
      </select>
    </>
  );
});
