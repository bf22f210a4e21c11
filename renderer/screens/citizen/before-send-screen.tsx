import { useState } from 'react';
import { AnswerCards } from '../../components/answer-cards.tsx';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { TwoSides } from '../../components/two-sides.tsx';
import { formatDayWithWeekday } from '../../i18n/format.ts';
import { useCitizen } from './citizen-context.ts';
import { HouseNumbers } from './safety-parts.tsx';
import { Screen } from './screen.tsx';

/** Before a letter that should not wait: a person once more, when the centre reads, and whether the house may ring. */
export function BeforeSendScreen() {
  const { words, visit, mark, fetch, description } = useCitizen();
  const [ringToday, setRingToday] = useState<boolean | null>(null);
  const safety = (key: string) => words.lines(`safety.before.${key}`, 'privacy');
  const { first, second } = words.lines('kiosk.bar.send', 'privacy');
  const send = (): void => {
    if (ringToday === null) visit.showProblem('kiosk.chooseOne');
    else void visit.send({ ringToday });
  };
  return (
    <Screen
      scene="beforeSend"
      onBack={() => visit.goTo({ kind: 'visit' })}
      forward={{ label: first.text, second, pictogram: 'sent', isReady: ringToday !== null, onPress: send }}
    >
      <Heading lines={safety('title')} mark={mark} hint={safety('body')} />
      <TwoSides>
        <>
          <ChoiceButton
            does="before-fetch"
            label={words.lines('safety.danger.wanted', 'privacy')}
            pictogram="person-coming"
            tone="calm"
            onPress={fetch}
          />
          <HouseNumbers hasEmergency={false} />
          {description.centreReads !== null && <CentreReads />}
        </>
        <>
          {visit.view.safety.tellsCalls && (
            <p>
              <TwoLines lines={safety('called')} />
            </p>
          )}
          <h2 id="ring-today" className="section-title">
            <TwoLines lines={safety('ring')} />
          </h2>
          <p>
            <TwoLines lines={safety('ringLine')} />
          </p>
          <AnswerCards
            name="ring-today"
            labelledBy="ring-today"
            kind="one"
            options={[
              { code: 'yes', label: safety('yes'), pictogram: 'call' },
              { code: 'no', label: safety('no'), pictogram: 'no' },
            ]}
            chosen={ringToday === null ? [] : [ringToday ? 'yes' : 'no']}
            onChoose={(code) => {
              setRingToday(code === 'yes');
              visit.showProblem(null);
            }}
          />
        </>
      </TwoSides>
    </Screen>
  );
}

function CentreReads() {
  const { words, description } = useCitizen();
  const { centreReads } = description;
  if (centreReads === null) return null;
  const lines = words.lines('safety.before.reads', 'privacy', {
    date: (_, translate) => formatDayWithWeekday(centreReads, translate),
  });
  return (
    <p className="large">
      <TwoLines lines={lines} />
    </p>
  );
}
