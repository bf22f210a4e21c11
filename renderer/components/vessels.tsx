import type { Lines } from '../i18n/words.ts';
import { together } from '../i18n/together.ts';
import { MoreCard, type MoreWords } from './more-card.tsx';
import { Pictogram } from './pictogram.tsx';
import { Sign } from './sign.tsx';
import { TwoLines } from './two-lines.tsx';
import { useListPages } from './use-list-pages.ts';
import './vessels.css';

/** A vessel and how many of it stand on the table. */
export interface CountedVessel {
  readonly code: string;
  readonly label: Lines;
  readonly pictogram: string | null;
  readonly count: number;
  /** The count as it is written. */
  readonly counted: string;
}

interface VesselsProps {
  readonly labelledBy: string;
  readonly vessels: readonly CountedVessel[];
  readonly moreLabel: string;
  readonly fewerLabel: string;
  readonly more: MoreWords;
  readonly onMore: (code: string) => void;
  readonly onFewer: (code: string) => void;
}

/**
 * Vessels as they are bought. A tap on one puts it on the table; a button beside it takes it away again. That one stands
 * there from the beginning: nobody who taps a vessel again and again may come upon it.
 */
export function Vessels({ labelledBy, vessels, moreLabel, fewerLabel, more, onMore, onFewer }: VesselsProps) {
  const pages = useListPages<HTMLUListElement>(vessels.length, secondLines(vessels));
  const shown = vessels.slice(pages.first, pages.end);
  return (
    <ul ref={pages.list} className="vessels" aria-labelledby={labelledBy}>
      {shown.map((vessel) => (
        <Vessel
          key={vessel.code}
          vessel={vessel}
          moreLabel={moreLabel}
          fewerLabel={fewerLabel}
          onMore={() => onMore(vessel.code)}
          onFewer={() => onFewer(vessel.code)}
        />
      ))}
      {pages.pages > 1 && (
        <li className="vessels-more">
          <MoreCard
            words={more}
            page={pages.page}
            pages={pages.pages}
            hidesChosen={vessels.some((vessel) => vessel.count > 0 && !shown.includes(vessel))}
            onPress={pages.turn}
          />
        </li>
      )}
    </ul>
  );
}

/** Which names stand in two languages, and so need more room. */
function secondLines(vessels: readonly CountedVessel[]): string {
  return vessels.map(({ label }) => (label.second === null ? '1' : '2')).join('');
}

interface VesselProps extends Pick<VesselsProps, 'moreLabel' | 'fewerLabel'> {
  readonly vessel: CountedVessel;
  readonly onMore: () => void;
  readonly onFewer: () => void;
}

function Vessel({ vessel, moreLabel, fewerLabel, onMore, onFewer }: VesselProps) {
  const { code, label, pictogram, count, counted } = vessel;
  const id = `vessel-${code}`;
  return (
    <li className="vessel" data-container={code} data-filled={count > 0 || undefined}>
      <button type="button" data-does="more" onClick={onMore}>
        {pictogram !== null && <Pictogram name={pictogram} />}
        <span id={id} className="vessel-label">
          <TwoLines lines={together(label)} />
        </span>{' '}
        <span className="vessel-end">{count > 0 ? counted : <Sign shape="more" />}</span>{' '}
        <span className="only-spoken">{moreLabel}</span>
      </button>
      <output className="only-spoken" aria-labelledby={id}>
        {count > 0 && counted}
      </output>
      <button
        type="button"
        data-does="fewer"
        aria-labelledby={`${id} ${id}-fewer`}
        aria-disabled={count === 0}
        onClick={onFewer}
      >
        <span id={`${id}-fewer`} className="only-spoken">
          {fewerLabel}
        </span>
        <Sign shape="fewer" />
      </button>
    </li>
  );
}
