import { useLayoutEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { KioskDescription, VisitView } from '../../ipc/contract.ts';
import { createTranslator, unapprovedKeys, type LoadedTexts } from '../i18n/translator.ts';
import { CitizenApp } from '../screens/citizen/citizen-app.tsx';
import type { SaidTexts } from './standing-texts.ts';

/** What the frame shows now. */
export interface Showing {
  /** Another number is another person at the screen: nothing of the last one stands. */
  readonly person: number;
  readonly first: VisitView;
  readonly texts: LoadedTexts;
}

interface PreviewAppProps {
  readonly description: KioskDescription;
  readonly first: Showing;
  readonly said: SaidTexts;
  /** Called once, when the screens stand, with what changes them. */
  readonly onShow: (show: (change: (before: Showing) => Showing) => void) => void;
}

/** The citizen's own screens, with words that somebody is changing. */
export function PreviewApp({ description, first, said, onShow }: PreviewAppProps) {
  const [showing, show] = useState(first);
  const { texts, person } = showing;
  const { siteLanguage } = description;
  // The screens stand: what is asked for before would be lost.
  useLayoutEffect(() => onShow(show), [onShow]);
  const translator = useMemo(() => {
    const made = createTranslator(texts, siteLanguage);
    said.forget();
    said.hear(made);
    return made;
  }, [texts, siteLanguage, said]);
  const setting = useMemo(() => ({ siteLanguage, unapproved: unapprovedKeys(texts) }), [texts, siteLanguage]);
  return (
    <I18nextProvider i18n={translator}>
      <div className="window">
        <CitizenApp
          key={person}
          {...{ description, setting }}
          first={showing.first}
          describeAgain={() => undefined}
          reloadTexts={() => Promise.resolve()}
        />
      </div>
    </I18nextProvider>
  );
}
