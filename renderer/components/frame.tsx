import { useRef, type ReactNode } from 'react';
import { ControlBar, type ControlBarProps } from './control-bar.tsx';
import { ProblemLine } from './problem-line.tsx';
import { ScrollOn } from './scroll-on.tsx';
import { presentStage } from './stage.tsx';
import { TopBar, type TopBarProps } from './top-bar.tsx';
import './frame.css';

export interface FrameProps {
  /** The kind of scene; layouts and tests go by it. */
  readonly scene: string;
  readonly linkId?: string | undefined;
  readonly top: TopBarProps;
  readonly bar: Omit<ControlBarProps, 'screen'>;
  /** What belongs to listening; it stands over the bar while somebody listens. */
  readonly listenRow: ReactNode;
  readonly problem: string | null;
  readonly isWaiting: boolean;
  /** Says the way to what lies below the edge. */
  readonly scrollOn: string;
  /** The stage, and behind it perhaps the next one. */
  readonly children: ReactNode;
}

/** What stands around every screen: the upper edge, the control bar, and a place for problems. */
export function Frame({ scene, linkId, top, bar, listenRow, problem, isWaiting, scrollOn, children }: FrameProps) {
  const stages = useRef<HTMLElement>(null);
  const screen = linkId ?? scene;
  return (
    <div className="frame">
      <TopBar {...top} />
      <main ref={stages} className="stages" data-scene={scene} data-link-id={linkId} aria-busy={isWaiting}>
        {children}
      </main>
      <ScrollOn key={screen} label={scrollOn} screen={() => presentStage(stages.current)} />
      <ProblemLine text={problem} />
      {listenRow}
      <ControlBar {...bar} screen={screen} />
    </div>
  );
}
