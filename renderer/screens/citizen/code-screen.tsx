import type { ShownCode } from '../../../ipc/contract.ts';
import { CodeSlip } from '../../components/code-slip.tsx';
import { Heading } from '../../components/heading.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import type { Words } from '../../i18n/words.ts';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import type { AfterCode } from './use-visit.ts';

const DIGITS_IN_A_GROUP = 4;
const PICTURES_IN_A_GROUP = 2;

interface CodeScreenProps {
  readonly code: ShownCode;
  readonly then: AfterCode;
}

/** The code, to copy: it is shown this once. */
export function CodeScreen({ code, then }: CodeScreenProps) {
  const { words, visit, mark } = useCitizen();
  const goOn = (): void => {
    if (then === 'leave') void visit.keep();
    else void visit.act({ kind: 'proceed' });
  };
  return (
    <Screen scene="code" hasStop={false} forward={{ label: words.say('kiosk.code.written'), onPress: goOn }}>
      <Heading
        lines={words.lines('kiosk.code.title', 'privacy')}
        mark={mark}
        hint={words.lines('kiosk.code.body', 'privacy')}
      />
      <CodeSlip groups={codeGroups(code, words)} />
      <p>
        <TwoLines lines={words.lines('kiosk.code.until', 'privacy')} />
      </p>
    </Screen>
  );
}

function codeGroups({ digits, pictures }: ShownCode, words: Words) {
  const bare = digits.replaceAll(' ', '');
  return Array.from({ length: bare.length / DIGITS_IN_A_GROUP }, (_, group) => ({
    digits: bare.slice(group * DIGITS_IN_A_GROUP, (group + 1) * DIGITS_IN_A_GROUP),
    words: pictures
      .slice(group * PICTURES_IN_A_GROUP, (group + 1) * PICTURES_IN_A_GROUP)
      .map(({ kind, picture }) => words.say(`pictures.${kind}.${picture}`)),
  }));
}
