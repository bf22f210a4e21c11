import { useRef, type ReactNode } from 'react';
import { ControlBar, type ControlBarProps } from './control-bar.tsx';
import { ProblemLine } from './problem-line.tsx';
import { ScrollOn } from './scroll-on.tsx';
import { TopBar, type TopBarProps } from './top-bar.tsx';
import { useFitting } from './use-fitting.ts';
import './frame.css';

export interface FrameProps {
  /** The kind of scene; layouts and tests go by it. */
  readonly scene: string;
  readonly linkId?: string | undefined;
  readonly top: TopBarProps;
  readonly bar: ControlBarProps;
  /** What belongs to listening; it stands over the bar while somebody listens. */
  readonly listenRow: ReactNode;
  /** How much of a person the screen concerns, from 0 to 3: what is private is read to the headset alone. */
  readonly sensitivity: number;
  readonly problem: string | null;
  readonly isWaiting: boolean;
  /** Says the way to what lies below the edge. */
  readonly scrollOn: string;
  readonly children: ReactNode;
}

/** What stands around every screen: the upper edge, the control bar, and a place for problems. */
export function Frame({
  scene,
  linkId,
  sensitivity,
  top,
  bar,
  listenRow,
  problem,
  isWaiting,
  scrollOn,
  children,
}: FrameProps) {
  const stage = useRef<HTMLElement>(null);
  useFitting(stage);
  return (
    <div className="frame">
      <TopBar {...top} />
      <main
        ref={stage}
        className="stage appears"
        data-scene={scene}
        data-link-id={linkId}
        data-sensitivity={sensitivity}
        aria-busy={isWaiting}
      >
        <div className="stage-content">{children}</div>
      </main>
      <ScrollOn label={scrollOn} screen={stage} />
      <ProblemLine text={problem} />
      {listenRow}
      <ControlBar {...bar} />
    </div>
  );
}
