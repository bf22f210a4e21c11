import type { SentLetter } from '../../../ipc/contract.ts';
import { Heading } from '../../components/heading.tsx';
import { PointList } from '../../components/point-list.tsx';
import { SlipCard } from '../../components/slip-card.tsx';
import { formatDayWithWeekday } from '../../i18n/format.ts';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import { slipRows } from './slip-rows.ts';
import { TakeBackButton } from './take-back-button.tsx';
import { useLastButton, type LetterTurn } from './use-last-button.ts';
import './last-row.css';

/** Thanks, what happens now, and the way to take it all back. */
export function ThanksScreen({ letter, onNext }: LetterTurn & { readonly letter: SentLetter }) {
  const { words, mark } = useCitizen();
  return (
    <Screen scene="sent" hasStop={false} forward={useLastButton(onNext)}>
      <Heading
        lines={words.lines('kiosk.sent.title', 'question')}
        mark={mark}
        hint={words.lines('kiosk.sent.body', 'privacy')}
      />
      <section aria-labelledby="sent-next">
        <h2 id="sent-next" className="section-title">
          {words.say('kiosk.sent.next')}
        </h2>
        <PointList points={useNextPoints()} />
      </section>
      <SlipCard rows={slipRows(letter, words)} />
      <TakeBackButton copied={letter.copied} />
    </Screen>
  );
}

/** What happens with the letter, true to this house and this week. */
function useNextPoints() {
  const { words, description } = useCitizen();
  const { centreReads } = description;
  const reads = {
    id: 'reads',
    pictogram: 'centre',
    lines: words.lines('kiosk.readBack.reads', 'plain', {
      date: (_, translate) => (centreReads === null ? '' : formatDayWithWeekday(centreReads, translate)),
    }),
  };
  return [
    { id: 'next1', pictogram: 'sent', lines: words.lines('kiosk.sent.next1', 'plain') },
    ...(centreReads === null ? [] : [reads]),
    { id: 'next2', pictogram: 'talk', lines: words.lines('kiosk.sent.next2', 'plain') },
    { id: 'next3', pictogram: 'door-open', lines: words.lines('kiosk.sent.next3', 'plain') },
  ];
}
