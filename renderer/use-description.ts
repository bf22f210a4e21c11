import { useCallback, useState } from 'react';
import type { KioskDescription } from '../ipc/contract.ts';
import { kiosk } from './kiosk.ts';

/** What the kiosk last said of itself, and how to ask again. Where it does not answer, what it said stands. */
export function useDescription(first: KioskDescription): readonly [KioskDescription, () => void] {
  const [description, setDescription] = useState(first);
  const describeAgain = useCallback(() => {
    kiosk['kiosk.describe']({}).then(setDescription, () => undefined);
  }, []);
  return [description, describeAgain];
}
