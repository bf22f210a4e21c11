import type { Line } from '../i18n/words.ts';
import './welcome.css';

interface WelcomeProps {
  /** The welcome in every language; the first is the heading's. */
  readonly welcomes: readonly Line[];
}

/** "Welcome" in every language, one under the other. None is a translation of another one. */
export function Welcome({ welcomes }: WelcomeProps) {
  return (
    <h1 className="welcome" id="screen-title" data-every-language>
      {welcomes.map(({ text, language }) => (
        <span key={language} lang={language}>
          {text}
        </span>
      ))}
    </h1>
  );
}
