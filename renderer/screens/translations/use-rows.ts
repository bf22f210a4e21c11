import { useCallback, useEffect, useState } from 'react';
import type { TextRow } from '../../../core/translation/text-row.ts';
import type { TextsTrouble } from '../../../ipc/translation-contract.ts';
import { translations } from '../../translations.ts';

/** Every text in every language; none before the kiosk has answered. */
interface Rows {
  readonly rows: readonly TextRow[];
  readonly trouble: TextsTrouble['kind'] | null;
  readonly again: () => void;
}

const NONE: readonly TextRow[] = [];

/** Asks the kiosk for every text, and again when something was kept or came another way. */
export function useRows(): Rows {
  const [rows, setRows] = useState(NONE);
  const [trouble, setTrouble] = useState<Rows['trouble']>(null);
  const again = useCallback(() => {
    translations['translation.texts']({}).then(
      (told) => {
        setTrouble(told.ok ? null : told.error.kind);
        // What the contract says of this reply.
        if (told.ok) setRows(JSON.parse(told.value) as readonly TextRow[]);
      },
      // The window of somebody who was signed out is about to close.
      () => undefined,
    );
  }, []);
  useEffect(again, [again]);
  return { rows, trouble, again };
}
