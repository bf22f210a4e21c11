import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TextRow } from '../../../core/translation/text-row.ts';
import type { TextsTrouble } from '../../../ipc/translation-contract.ts';
import { translations } from '../../translations.ts';

/** Every text in every language; none before the kiosk has answered. */
export interface Rows {
  readonly rows: readonly TextRow[];
  readonly trouble: TextsTrouble['kind'] | null;
  /** Asks for all of them anew. */
  readonly again: () => void;
  /** Asks for one of them anew. */
  readonly refresh: (key: string) => void;
}

const NONE: readonly TextRow[] = [];

type Asked = ReturnType<(typeof translations)['translation.texts']>;
let first: Asked | null = null;

/** Asks before the window stands, so that it is drawn meanwhile; after what the window itself needs to be drawn. */
export function askRowsEarly(): void {
  first = askRows();
}

function askRows(): Asked {
  return translations['translation.texts']({});
}

/** Keeps every text for as long as the window stands, whichever tab is open. */
export function useRows(): Rows {
  const [rows, setRows] = useState(NONE);
  const [trouble, setTrouble] = useState<Rows['trouble']>(null);
  const take = useCallback((asked: Asked) => {
    asked.then(
      (told) => {
        setTrouble(told.ok ? null : told.error.kind);
        // What the contract says of this reply.
        if (told.ok) setRows(JSON.parse(told.value) as readonly TextRow[]);
      },
      // The window of somebody who was signed out is about to close.
      () => undefined,
    );
  }, []);
  const again = useCallback(() => take(askRows()), [take]);
  const refresh = useCallback((key: string) => {
    translations['translation.cells']({ key }).then(
      (told) => {
        if (!told.ok) return setTrouble(told.error.kind);
        const cells = told.value;
        setRows((before) => before.map((row) => (row.key === key ? { ...row, cells } : row)));
      },
      () => undefined,
    );
  }, []);
  useEffect(() => take(first ?? askRows()), [take]);
  return useMemo(() => ({ rows, trouble, again, refresh }), [rows, trouble, again, refresh]);
}
