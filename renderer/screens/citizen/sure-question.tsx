import { useEffect, useRef } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import './sure-question.css';

const TEXTS = {
  delete: {
    title: 'kiosk.stop.sureTitle',
    body: 'kiosk.stop.sureBody',
    yes: 'kiosk.stop.sureYes',
    no: 'kiosk.stop.sureNo',
  },
  forget: {
    title: 'presence.forget.title',
    body: 'presence.forget.body',
    yes: 'presence.forget.yes',
    no: 'presence.forget.no',
  },
} as const;

interface SureQuestionProps {
  readonly of: keyof typeof TEXTS;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asks once more before answers are deleted, in a sheet named by `sure-title`. "Yes" stands above "no": the tap that led
 * here was at the lower end or the upper, never there, and a second tap on the same spot must keep the answers.
 */
export function SureQuestion({ of, onYes, onNo }: SureQuestionProps) {
  const { words } = useCitizen();
  const texts = TEXTS[of];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="sheet-content">
      <h2 id="sure-title" ref={title} tabIndex={-1}>
        <TwoLines lines={words.lines(texts.title, 'privacy')} secondClass="sheet-title-second" />
      </h2>
      <p>
        <TwoLines lines={words.lines(texts.body, 'privacy')} />
      </p>
      <ChoiceButton
        does="sure"
        label={words.lines(texts.yes, 'privacy')}
        pictogram="delete-all"
        tone="grave"
        onPress={onYes}
      />
      <div className="sure-distance" />
      <ChoiceButton
        does="not-sure"
        label={words.lines(texts.no, 'privacy')}
        pictogram="go-on"
        tone="main"
        onPress={onNo}
      />
    </div>
  );
}
