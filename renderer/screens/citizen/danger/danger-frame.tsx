import { useEffect, useRef, type ReactNode } from 'react';
import type { AlertStage } from '../../../../core/alert/alert.ts';
import { SheetListen } from '../../../components/sheet-listen.tsx';
import { SheetScrollOn } from '../../../components/sheet-scroll-on.tsx';
import { TwoLines } from '../../../components/two-lines.tsx';
import type { Lines } from '../../../i18n/words.ts';
import { useSpokenAtOnce } from '../../../speech/use-spoken-at-once.ts';
import './danger.css';

interface DangerFrameProps {
  readonly name: 'danger' | 'dangerNote' | 'dangerAfter';
  /** How far the call is; tests and pictures go by it. */
  readonly stage?: AlertStage;
  readonly title: Lines;
  /** Stands before the title: pictures first. */
  readonly pictures?: ReactNode;
  /** What is said under the title; the rest is what can be done. */
  readonly said: ReactNode;
  readonly children: ReactNode;
}

/** What the pages have in common: the one place of the kiosk that is rose. */
export function DangerFrame({ name, stage, title, pictures, said, children }: DangerFrameProps) {
  const page = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useSpokenAtOnce();
  return (
    <main ref={page} className="danger-page" data-scene={name} data-stage={stage} data-urgent>
      <div className="danger-content">
        <div className="danger-said">
          {pictures}
          <h1 ref={heading} id="screen-title" tabIndex={-1}>
            <TwoLines lines={title} secondClass="danger-second" />
          </h1>
          {said}
        </div>
        <div className="danger-done">{children}</div>
      </div>
      <SheetScrollOn sheet={page} />
      <SheetListen />
    </main>
  );
}
