import { Pictogram } from './pictogram.tsx';
import { Tick } from './tick.tsx';
import './more-card.css';

/** What the way to the rest of a list says. */
export interface MoreWords {
  readonly label: string;
  /** Where one is, such as "page 1 of 2". */
  readonly page: (page: number, pages: number) => string;
}

interface MoreCardProps {
  readonly words: MoreWords;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Something on a page that is not shown was chosen. */
  readonly hidesChosen?: boolean;
  readonly onPress: () => void;
}

/** The way to the rest of a list that is longer than the screen. What was chosen on another page stays chosen. */
export function MoreCard({ words, page, pages, hidesChosen = false, onPress }: MoreCardProps) {
  return (
    <button type="button" className="more-card" data-does="more-of-list" onClick={onPress}>
      <Pictogram name="more" />
      <span className="more-card-words">
        <span className="more-card-label">{words.label}</span>
        <span className="more-card-page" role="status">
          {words.page(page + 1, pages)}
        </span>
      </span>
      {hidesChosen && <Tick />}
    </button>
  );
}
