import { useState } from 'react';
import { TIMING_BOUNDS, TIMING_NAMES } from '../../../../core/site/timing-bounds.ts';
import { useDeskWords } from '../desk-context.ts';
import { Preview } from './preview.tsx';
import { Section } from './section.tsx';
import type { SectionProps } from './section-props.ts';
import { Stepper } from './stepper.tsx';

/** A times that is counted, and not in seconds. */
const COUNTED = 'extensions';
const SECONDS_A_STEP = 15;

/** How long the kiosk waits. */
export function TimingsSection({ value, onChange }: SectionProps) {
  const { say } = useDeskWords();
  const [timings, setTimings] = useState(value.settings.timings);
  const { curtainAfter, askAfter, answerWithin, secondPersonAfter, numbersAfter } = timings;
  const isInOrder = curtainAfter < askAfter && secondPersonAfter < numbersAfter;
  return (
    <Section
      name="timings"
      change={() => ({ timings })}
      refused={() => (isInOrder ? null : say('desk.settings.timings.wrong'))}
      onChange={onChange}
    >
      {TIMING_NAMES.map((name) => (
        <Stepper
          key={name}
          name={name}
          label={say(`desk.settings.timings.${name}`)}
          value={timings[name]}
          step={name === COUNTED ? 1 : SECONDS_A_STEP}
          {...TIMING_BOUNDS[name]}
          onChange={(next) => setTimings({ ...timings, [name]: next })}
        />
      ))}
      <Preview>
        <p>
          {say('desk.settings.timings.left', {
            curtain: minutes(curtainAfter),
            ask: minutes(askAfter),
            end: minutes(askAfter + answerWithin),
          })}
        </p>
        <p>
          {say('desk.settings.timings.called', {
            second: minutes(secondPersonAfter),
            numbers: minutes(numbersAfter),
          })}
        </p>
      </Preview>
    </Section>
  );
}

/** Seconds as minutes and seconds: `1:30`. */
function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
