import { useState } from 'react';
import { DigitPad } from '../../components/digit-pad.tsx';
import { Heading } from '../../components/heading.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

const CODE_LENGTH = 16;

/** Going on where one left, by the code. */
export function ResumeScreen() {
  const { words, visit, mark } = useCitizen();
  const [digits, setDigits] = useState('');
  const goOn = (): void => {
    if (digits.length === CODE_LENGTH) void visit.resume(digits);
    else visit.showProblem('kiosk.resume.hint');
  };
  const change = (next: string): void => {
    setDigits(next);
    visit.showProblem(null);
  };
  return (
    <Screen
      scene="resume"
      onBack={() => visit.goTo({ kind: 'visit' })}
      hasStop={false}
      forward={{ label: words.say('kiosk.bar.continue'), onPress: goOn }}
    >
      <Heading
        lines={words.lines('kiosk.resume.title', 'question')}
        mark={mark}
        hint={words.lines(visit.isWaiting ? 'kiosk.resume.wait' : 'kiosk.resume.hint', 'plain')}
      />
      <DigitPad
        label={words.say('kiosk.resume.field')}
        eraseLabel={words.say('kiosk.resume.erase')}
        digits={digits}
        length={CODE_LENGTH}
        onChange={change}
        onEnter={goOn}
      />
    </Screen>
  );
}
