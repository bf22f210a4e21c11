import { useEffect, useRef } from 'react';
import { Pictogram } from '../../components/pictogram.tsx';
import { useDeliberatePress } from '../../components/use-deliberate-press.ts';
import type { Words } from '../../i18n/words.ts';
import './cover-screen.css';

/** Covers the screen. It stands in place of the question, so that nothing of it is left in the window. */
export function CoverScreen({ words, onLift }: { readonly words: Words; readonly onLift: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was marked in the field must not stay marked behind the cover.
    window.getSelection()?.removeAllRanges();
    title.current?.focus();
  }, []);
  return (
    <main className="cover appears" data-scene="covered">
      <Pictogram name="hide" />
      <h1 ref={title} tabIndex={-1}>
        {words.say('presence.cover.title')}
      </h1>
      <button type="button" className="cover-lift" onClick={useDeliberatePress(onLift)}>
        {words.say('presence.cover.lift')}
      </button>
    </main>
  );
}
