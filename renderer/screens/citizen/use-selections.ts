import { useState } from 'react';
import type { QuestionScene } from '../../../core/intake/scene.ts';
import { firstSelection, fitting, type Selection } from './selection.ts';

/** What was touched and not yet confirmed, by question. It outlives the curtain, Back and a change of language. */
export interface Selections {
  readonly of: (scene: QuestionScene) => Selection;
  readonly set: (linkId: string, selection: Selection) => void;
  /** Forgets what was touched: the answer stands as the kiosk has it. */
  readonly clear: (linkId: string) => void;
}

/** Holds the selections of one visit, in this window's memory only. */
export function useSelections(): Selections {
  const [held, setHeld] = useState<ReadonlyMap<string, Selection>>(new Map());
  return {
    of: (scene) => fitting(held.get(scene.item.linkId) ?? firstSelection(scene), scene.item.field),
    set: (linkId, selection) => setHeld((now) => new Map(now).set(linkId, selection)),
    clear: (linkId) => setHeld((now) => new Map([...now].filter(([each]) => each !== linkId))),
  };
}
