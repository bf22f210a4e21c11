import type { ReactNode } from 'react';
import type { ForwardButton } from '../../components/control-bar.tsx';
import { Frame } from '../../components/frame.tsx';
import { Stage } from '../../components/stage.tsx';
import { useCitizen } from './citizen-context.ts';
import { problemText } from './problem-text.ts';
import { listenButton, ListenRow } from './listening.tsx';

/** Screens that show a code or what was told; questions say by themselves how private they are. */
const PRIVATE_SCENES: Readonly<Record<string, number>> = { code: 3, resume: 3, readBack: 3 };

interface ScreenProps {
  readonly scene: string;
  readonly linkId?: string;
  readonly titleId?: string;
  /** How much of a person it concerns, from 0 to 3. */
  readonly sensitivity?: number;
  readonly onBack?: (() => void) | undefined;
  readonly hasStop?: boolean;
  readonly forward?: (Omit<ForwardButton, 'pictogram'> & Partial<Pick<ForwardButton, 'pictogram'>>) | undefined;
  readonly children: ReactNode;
  /** The next screen's stage, where it stands ready already. */
  readonly ahead?: ReactNode;
}

/** A citizen's screen: the frame with this visit's controls, in their places. */
export function Screen(props: ScreenProps) {
  const { scene, linkId, titleId, sensitivity, onBack, hasStop = true, forward, children, ahead } = props;
  const { words, visit, top, speech, person, stop } = useCitizen();
  return (
    <Frame
      scene={scene}
      linkId={linkId}
      top={top}
      listenRow={<ListenRow speech={speech} />}
      bar={{
        back: onBack === undefined ? null : { label: words.say('kiosk.bar.back'), onPress: onBack },
        listen: listenButton(speech),
        person,
        stop: hasStop ? stop : null,
        forward: forward === undefined ? null : { pictogram: 'continue', ...forward },
      }}
      problem={problemText(visit, words)}
      isWaiting={visit.isWaiting}
      scrollOn={words.say('kiosk.scrollOn')}
    >
      <Stage key={linkId ?? scene} titleId={titleId} sensitivity={sensitivity ?? PRIVATE_SCENES[scene] ?? 0}>
        {children}
      </Stage>
      {ahead}
    </Frame>
  );
}
