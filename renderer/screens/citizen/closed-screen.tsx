import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { LANGUAGES } from '../../i18n/translator.ts';
import type { Words } from '../../i18n/words.ts';
import './closed-screen.css';

/** A kiosk that is not ready offers nothing but a person, in every language: nobody can choose one here. */
export function ClosedScreen({ words }: { readonly words: Words }) {
  const others = LANGUAGES.filter((language) => language !== words.language);
  return (
    <main className="closed" data-scene="closed">
      <Statement pictogram="coffee-chair">
        <Heading lines={words.lines('kiosk.closed.title', 'plain')} hint={words.lines('kiosk.closed.body', 'plain')} />
        {others.map((language) => (
          <div key={language} lang={language}>
            <p className="large">{words.sayIn(language, 'kiosk.closed.title')}</p>
            <p>{words.sayIn(language, 'kiosk.closed.body')}</p>
          </div>
        ))}
      </Statement>
    </main>
  );
}
