import { useEffect, useRef, useState } from 'react';
import { Heading } from '../../components/heading.tsx';
import { PictureEntry } from '../../components/picture-entry.tsx';
import { useCitizen } from './citizen-context.ts';
import { isWholeCode, PICTURES_IN_A_CODE, withDigit, withoutDigit, withoutLast } from './picture-entry.ts';
import { entryView } from './picture-entry-view.ts';
import { Screen } from './screen.tsx';

/** Going on where one left, by the pictures: copied from a slip or a photo, and nothing has to be remembered. */
export function ResumeScreen() {
  const { words, visit, mark } = useCitizen();
  const [digits, setDigits] = useState('');
  // Who types is quicker than the screen: every key works on what the key before it left.
  const present = useRef('');
  const goOn = (): void => {
    if (isWholeCode(present.current)) void visit.resume(present.current);
    else visit.showProblem('kiosk.resume.hint');
  };
  const change = (next: (now: string) => string): void => {
    present.current = next(present.current);
    setDigits(present.current);
    if (visit.waitSeconds === null) visit.showProblem(null);
  };
  useAfterWait(visit.waitSeconds, () => visit.showProblem(null));
  return (
    <Screen
      scene="resume"
      onBack={() => visit.goTo({ kind: 'visit' })}
      hasStop={false}
      forward={{ label: words.say('kiosk.bar.continue'), isReady: isWholeCode(digits), onPress: goOn }}
    >
      <Heading
        lines={words.lines('kiosk.resume.title', 'question')}
        mark={mark}
        hint={words.lines(visit.isWaiting ? 'kiosk.resume.wait' : 'kiosk.resume.hint', 'plain')}
      />
      <PictureEntry
        view={entryView(digits, words)}
        places={PICTURES_IN_A_CODE}
        onDigit={(digit) => change((now) => withDigit(now, digit))}
        onErase={() => change(withoutDigit)}
        onTakeBack={() => change(withoutLast)}
        onEnter={goOn}
      />
    </Screen>
  );
}

/** Does something when nobody has to wait any more. */
function useAfterWait(seconds: number | null, act: () => void): void {
  const present = useRef(act);
  useEffect(() => {
    present.current = act;
  });
  useEffect(() => {
    if (seconds === null) return;
    const timer = setTimeout(() => present.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
}
