import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useFitting } from './use-fitting.ts';
import { SheetListen } from './sheet-listen.tsx';
import { SheetScrollOn } from './sheet-scroll-on.tsx';
import './sheet.css';

interface SheetProps {
  /** The id of the text that names the dialog. */
  readonly labelledBy: string;
  /** What it is for; layouts and tests go by it. */
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something that lies over the screen until it is answered. Escape closes it; the focus stays inside and returns. */
export function Sheet({ labelledBy, name, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Opened before it is measured.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
    return () => element?.close();
  }, []);
  useFitting(dialog);
  return (
    <dialog ref={dialog} className="sheet appears" aria-labelledby={labelledBy} data-sheet={name} onClose={onClose}>
      {children}
      <SheetScrollOn sheet={dialog} />
      <SheetListen />
    </dialog>
  );
}
