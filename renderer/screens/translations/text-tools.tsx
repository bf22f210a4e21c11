import { useId } from 'react';
import { DIALECTS, type LanguageTag } from '../../../core/basics/language.ts';
import { PLACE_KINDS, type PlaceKind } from '../../../core/translation/text-place.ts';
import { TEXT_FILTERS, type TextFilter } from '../../../core/translation/text-row.ts';
import { useDeskWords } from '../staff/desk-context.ts';

interface TextToolsProps {
  readonly filter: TextFilter;
  readonly search: string;
  readonly place: PlaceKind | 'all';
  /** What stands in the third column: Greenlandic or one of its dialects. */
  readonly third: LanguageTag;
  /** How many texts are found. */
  readonly count: number;
  /** How many are typed and not kept. */
  readonly unkept: number;
  readonly onFilter: (filter: TextFilter) => void;
  readonly onPlace: (place: PlaceKind | 'all') => void;
  readonly onSearch: (search: string) => void;
  readonly onThird: (tag: LanguageTag) => void;
}

/** What the table shows: a search, a filter and which Greenlandic. */
export function TextTools({ filter, search, place, third, count, unkept, ...on }: TextToolsProps) {
  const { say } = useDeskWords();
  const id = useId();
  return (
    <div className="texts-tools">
      <label htmlFor={`${id}-search`}>{say('desk.translation.texts.search')}</label>
      <input
        id={`${id}-search`}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={({ currentTarget }) => on.onSearch(currentTarget.value)}
      />
      <select
        aria-label={say('desk.translation.texts.filter')}
        value={filter}
        onChange={({ currentTarget }) =>
          on.onFilter(TEXT_FILTERS.find((each) => each === currentTarget.value) ?? 'all')
        }
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
        onChange={({ currentTarget }) => on.onPlace(PLACE_KINDS.find((each) => each === currentTarget.value) ?? 'all')}
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
        onChange={({ currentTarget }) => on.onThird(DIALECTS.find((each) => each === currentTarget.value) ?? 'kl')}
      >
        {(['kl', ...DIALECTS] as const).map((each) => (
          <option key={each} value={each}>
            {say(`desk.translation.tag.${each}`)}
          </option>
        ))}
      </select>
      <p role="status">
        {say('desk.translation.texts.count', { count })}
        {unkept > 0 && <strong>{say('desk.translation.texts.unkept', { count: unkept })}</strong>}
      </p>
    </div>
  );
}
