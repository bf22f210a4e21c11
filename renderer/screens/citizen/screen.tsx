import type { ReactNode } from 'react';
import type { ForwardButton } from '../../components/control-bar.tsx';
import { Frame } from '../../components/frame.tsx';
import { useCitizen } from './citizen-context.ts';
import { problemText } from './problem-text.ts';

interface ScreenProps {
  readonly scene: string;
  readonly linkId?: string;
  readonly onBack?: (() => void) | undefined;
  readonly hasStop?: boolean;
  readonly forward?: (Omit<ForwardButton, 'pictogram'> & Partial<Pick<ForwardButton, 'pictogram'>>) | undefined;
  readonly children: ReactNode;
}

/** A citizen's screen: the frame with this visit's controls, in their places. */
export function Screen({ scene, linkId, onBack, hasStop = true, forward, children }: ScreenProps) {
  const { words, visit, top, person, stop } = useCitizen();
  return (
    <Frame
      scene={scene}
      linkId={linkId}
      top={top}
      bar={{
        back: onBack === undefined ? null : { label: words.say('kiosk.bar.back'), onPress: onBack },
        person,
        stop: hasStop ? stop : null,
        forward: forward === undefined ? null : { pictogram: 'continue', ...forward },
      }}
      problem={problemText(visit, words)}
      isWaiting={visit.isWaiting}
      scrollOn={words.say('kiosk.more')}
    >
      {children}
    </Frame>
  );
}
