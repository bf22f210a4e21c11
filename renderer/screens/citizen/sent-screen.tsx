import { useState } from 'react';
import type { SentLetter } from '../../../ipc/contract.ts';
import { KeepLetterScreen } from './keep-letter-screen.tsx';
import { OffersScreen } from './offers-screen.tsx';
import { ThanksScreen } from './thanks-screen.tsx';

/** After Send, one thing after the other: thanks and what happens now, what to take along, and who would like company. */
export function SentScreen({ letter }: { readonly letter: SentLetter }) {
  const [shown, setShown] = useState(0);
  const pages = letter.offers.length === 0 ? 2 : 3;
  const turn = { onBack: () => setShown(shown - 1), onNext: shown + 1 < pages ? () => setShown(shown + 1) : null };
  switch (shown) {
    case 0:
      return <ThanksScreen letter={letter} {...turn} />;
    case 1:
      return <KeepLetterScreen letter={letter} {...turn} />;
    default:
      return <OffersScreen offers={letter.offers} {...turn} />;
  }
}
