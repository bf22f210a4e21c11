import type { LanguageTag } from '../../core/basics/language.ts';
import type { Line } from '../i18n/words.ts';
import { Tick } from './tick.tsx';
import './language-cards.css';

export interface LanguageCard {
  readonly tag: LanguageTag;
  /** In its own language. */
  readonly name: Line;
  /** A quieter line under the name. */
  readonly line?: Line;
}

/** A language, and the dialects that are chosen instead of it. */
export interface LanguageCardFamily {
  readonly language: LanguageCard;
  readonly dialects: readonly LanguageCard[];
}

interface LanguageCardsProps {
  /** The group's name in the document. */
  readonly name: string;
  /** The id of the text that names the group. */
  readonly labelledBy: string;
  readonly families: readonly LanguageCardFamily[];
  readonly chosen: LanguageTag | null;
  readonly onChoose: (tag: LanguageTag) => void;
  /** `small`: lower, for a sheet. */
  readonly size: 'large' | 'small';
}

/** The languages beside each other, each with its dialects under it as smaller cards. */
export function LanguageCards({ families, size, labelledBy, ...choice }: LanguageCardsProps) {
  return (
    <fieldset className="language-cards" data-size={size} data-every-language aria-labelledby={labelledBy}>
      {families.map(({ language, dialects }) => (
        <div key={language.tag} className="language-family">
          <OneLanguage card={language} {...choice} />
          {dialects.length > 0 && (
            <div className="language-dialects">
              {dialects.map((dialect) => (
                <OneLanguage key={dialect.tag} card={dialect} {...choice} />
              ))}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface OneLanguageProps extends Pick<LanguageCardsProps, 'name' | 'chosen' | 'onChoose'> {
  readonly card: LanguageCard;
}

function OneLanguage({ card: { tag, name: own, line }, name, chosen, onChoose }: OneLanguageProps) {
  return (
    <label className="language-card" data-language-tag={tag}>
      <input
        type="radio"
        name={name}
        value={tag}
        checked={chosen === tag}
        onChange={() => onChoose(tag)}
        autoComplete="off"
      />
      <span className="language-card-text">
        <span className="language-card-name" lang={own.language}>
          {own.text}
        </span>
        {line && (
          <span className="language-card-line" lang={line.language}>
            {line.text}
          </span>
        )}
      </span>
      {chosen === tag && <Tick />}
    </label>
  );
}
