import { ChoiceButton } from '../../components/choice-button.tsx';
import { LetterCard } from '../../components/letter-card.tsx';
import { formatDayWithWeekday, formatNumber } from '../../i18n/format.ts';
import type { Lines } from '../../i18n/words.ts';
import { useCitizen } from './citizen-context.ts';

/** What stands under the last line: more questions for who left some open, and the letter that Send closes. */
export function ReadBackEnd({ open }: { readonly open: number }) {
  return (
    <>
      {open > 0 && <AnswerMore open={open} />}
      <LetterCard lines={useLetterLines()} />
    </>
  );
}

/** Opens every question that was left open. */
export function AnswerMore({ open }: { readonly open: number }) {
  const { words, visit } = useCitizen();
  const count = formatNumber(open, words.language);
  return (
    <ChoiceButton
      does="answer-more"
      label={words.lines('kiosk.readBack.more', 'plain')}
      line={words.lines('kiosk.questions', 'plain', { count })}
      pictogram="track-whole"
      tone="calm"
      onPress={() => void visit.act({ kind: 'chooseTrack', track: 'whole' })}
    />
  );
}

function useLetterLines(): readonly Lines[] {
  const { words, description } = useCitizen();
  const { centreReads, centreName } = description;
  const to = words.lines('kiosk.readBack.to', 'privacy', { centre: centreName });
  const permit = words.lines('kiosk.readBack.permit', 'privacy');
  if (centreReads === null) return [to, permit];
  const reads = words.lines('kiosk.readBack.reads', 'privacy', {
    date: (_, translate) => formatDayWithWeekday(centreReads, translate),
  });
  return [to, reads, permit];
}
