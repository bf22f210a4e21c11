import type { Line } from '../i18n/words.ts';
import { MoreCard, type MoreWords } from './more-card.tsx';
import { Pictogram } from './pictogram.tsx';
import { Sign } from './sign.tsx';
import { useListPages } from './use-list-pages.ts';
import './told-times.css';

/** A time as it stands in the list. */
export interface ToldTime {
  readonly title: string;
  readonly drinks: readonly ToldDrink[];
  /** One's own part, and who was there. */
  readonly around: readonly Line[];
}

/** Some of one vessel, such as "2 × Bottle". */
export interface ToldDrink {
  readonly code: string;
  readonly pictogram: string | null;
  readonly text: string;
}

interface ToldTimesProps {
  readonly times: readonly ToldTime[];
  readonly changeLabel: string;
  readonly removeLabel: string;
  readonly more: MoreWords;
  /** Null when no more times can be told. */
  readonly add: { readonly label: string; readonly onPress: () => void } | null;
  readonly onChange: (time: number) => void;
  readonly onRemove: (time: number) => void;
}

/** The times that are told, a calm line each; and the way to tell of one more. */
export function ToldTimes({ times, changeLabel, removeLabel, more, add, onChange, onRemove }: ToldTimesProps) {
  // Who has just told of a time sees it.
  const pages = useListPages<HTMLDivElement>(times.length, '', times.length - 1);
  const remove = (time: number): void => {
    // The button goes with the time; the focus must not be lost with it.
    pages.list.current?.focus({ preventScroll: true });
    onRemove(time);
  };
  return (
    <div ref={pages.list} className="told-times" tabIndex={-1}>
      <ol>
        {numbered(times)
          .slice(pages.first, pages.end)
          .map(({ time, index }) => (
            <li key={index} data-episode={index + 1}>
              <div className="told-time">
                <p className="told-time-title" id={`time-${index}`}>
                  {time.title}
                </p>
                <ul className="told-drinks">
                  {time.drinks.map(({ code, pictogram, text }) => (
                    <li key={code}>
                      {pictogram !== null && <Pictogram name={pictogram} />}
                      {text}
                    </li>
                  ))}
                </ul>
                {time.around.length > 0 && <Around lines={time.around} />}
              </div>
              <div className="told-time-buttons">
                <TimeButton does="change" time={index} label={changeLabel} onPress={() => onChange(index)} />
                <TimeButton does="remove" time={index} label={removeLabel} onPress={() => remove(index)} />
              </div>
            </li>
          ))}
      </ol>
      {pages.pages > 1 && <MoreCard words={more} page={pages.page} pages={pages.pages} onPress={pages.turn} />}
      {add !== null && (
        <button type="button" className="add-time" data-does="add-episode" onClick={add.onPress}>
          <Sign shape="more" />
          {add.label}
        </button>
      )}
    </div>
  );
}

function numbered(times: readonly ToldTime[]) {
  return times.map((time, index) => ({ time, index }));
}

function Around({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <p className="told-around">
      {lines.map(({ text, language }) => (
        <span key={text} lang={language}>
          {text}
        </span>
      ))}
    </p>
  );
}

interface TimeButtonProps {
  readonly does: 'change' | 'remove';
  readonly time: number;
  readonly label: string;
  readonly onPress: () => void;
}

function TimeButton({ does, time, label, onPress }: TimeButtonProps) {
  const id = `${does}-time-${time}`;
  return (
    <button type="button" id={id} data-does={does} aria-labelledby={`${id} time-${time}`} onClick={onPress}>
      {label}
    </button>
  );
}
