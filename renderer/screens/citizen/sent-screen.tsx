import type { Slip } from '../../../ipc/contract.ts';
import { Heading } from '../../components/heading.tsx';
import { PointList } from '../../components/point-list.tsx';
import { SlipCard } from '../../components/slip-card.tsx';
import { formatDay } from '../../i18n/format.ts';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** After Send: thanks, what happens next, and the proof to take along. */
export function SentScreen({ slip }: { readonly slip: Slip }) {
  const { words, visit, mark } = useCitizen();
  const next = [
    { key: 'kiosk.sent.next1', pictogram: 'sent' },
    { key: 'kiosk.sent.next2', pictogram: 'centre' },
    { key: 'kiosk.sent.next3', pictogram: 'door-open' },
  ];
  return (
    <Screen
      scene="sent"
      hasStop={false}
      forward={{ label: words.say('kiosk.bar.finish'), pictogram: 'done-check', onPress: () => void visit.finish() }}
    >
      <Heading
        lines={words.lines('kiosk.sent.title', 'question')}
        mark={mark}
        hint={words.lines('kiosk.sent.body', 'privacy')}
      />
      <section aria-labelledby="sent-next">
        <h2 id="sent-next" className="section-title">
          {words.say('kiosk.sent.next')}
        </h2>
        <PointList
          points={next.map(({ key, pictogram }) => ({ id: key, lines: words.lines(key, 'plain'), pictogram }))}
        />
      </section>
      <SlipCard
        rows={[
          { name: words.say('kiosk.sent.number'), value: `${slip.kiosk}-${slip.seq}-${slip.shortHash}` },
          { name: words.say('kiosk.sent.date'), value: formatDay(slip.day, words.say) },
        ]}
        note={words.say('kiosk.sent.keep')}
      />
    </Screen>
  );
}
