import { useEffect, useRef } from 'react';
import { Pictogram } from '../../components/pictogram.tsx';
import type { Words } from '../../i18n/words.ts';
import './curtain-screen.css';

/** Covers the screen. It stands in place of the question, so that nothing of it is left in the window. */
export function CurtainScreen({ words, onLift }: { readonly words: Words; readonly onLift: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was marked in the field must not stay marked behind the curtain.
    window.getSelection()?.removeAllRanges();
    title.current?.focus();
  }, []);
  return (
    <main className="curtain appears" data-scene="curtain">
      <Pictogram name="hide" />
      <h1 ref={title} tabIndex={-1}>
        {words.say('kiosk.curtain.title')}
      </h1>
      <button type="button" onClick={onLift}>
        {words.say('kiosk.curtain.goOn')}
      </button>
    </main>
  );
}
