import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import type { Words } from '../../i18n/words.ts';
import './closed-screen.css';

/** A kiosk that is not ready offers nothing but a person. */
export function ClosedScreen({ words }: { readonly words: Words }) {
  return (
    <main className="closed" data-scene="closed">
      <Statement pictogram="coffee-chair">
        <Heading lines={words.lines('kiosk.closed.title', 'plain')} hint={words.lines('kiosk.closed.body', 'plain')} />
      </Statement>
    </main>
  );
}
