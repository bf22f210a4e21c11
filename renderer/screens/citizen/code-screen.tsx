import type { ShownCode } from '../../../ipc/contract.ts';
import { Heading } from '../../components/heading.tsx';
import { PictureSlip } from '../../components/picture-slip.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import { pictureTile } from './picture-entry-view.ts';
import { PrintButton } from './print-button.tsx';
import { Screen } from './screen.tsx';
import type { AfterCode } from './use-visit.ts';
import './last-row.css';

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
      <PictureSlip
        pictures={code.pictures.map((picture) => pictureTile(picture, words))}
        digits={{ label: words.say('presence.code.digits'), groups: code.digits.split(' ') }}
      />
      <p>
        <TwoLines lines={words.lines('kiosk.code.until', 'privacy')} />
      </p>
      <PrintButton paper={{ kind: 'code', digits: code.digits }} />
    </Screen>
  );
}
