import { AnswerCard, type CardOption } from './answer-card.tsx';
import './story-answer.css';

interface StoryAnswerProps {
  readonly name: string;
  readonly labelledBy: string;
  /** Two stories, then what else can be said of them, such as "both". */
  readonly options: readonly CardOption[];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

const STORIES = 2;

/** Two short stories beside each other, and below them the ways to take neither or both. */
export function StoryAnswer({ name, labelledBy, options, chosen, onChoose }: StoryAnswerProps) {
  const card = (option: CardOption) => (
    <AnswerCard
      key={option.code}
      name={name}
      option={option}
      isChosen={option.code === chosen}
      type="radio"
      hook="story"
      onChoose={onChoose}
    />
  );
  return (
    <fieldset className="story-answer" aria-labelledby={labelledBy}>
      <div className="stories">{options.slice(0, STORIES).map(card)}</div>
      <div className="beside-stories">{options.slice(STORIES).map(card)}</div>
    </fieldset>
  );
}
