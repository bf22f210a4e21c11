import { startTransition, useEffect, useState } from 'react';
import type { QuestionScene } from '../../../core/intake/scene.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import { useCitizen } from './citizen-context.ts';

/**
 * What would be asked next if the person went on now, so that it can be drawn before they do. It is a guess: what is
 * shown is what the kiosk answers when it has saved.
 *
 * @param event what going on would tell the kiosk; null where one cannot go on yet
 */
export function useAhead(scene: QuestionScene, event: VisitEvent | null): QuestionScene | null {
  const { ahead } = useCitizen().visit;
  const [next, setNext] = useState<QuestionScene | null>(null);
  const told = event === null ? null : JSON.stringify(event);
  useEffect(() => {
    if (told === null) return setNext(null);
    let isLate = false;
    const show = (found: QuestionScene | null): void => {
      // Drawing it must never hold up what the person does at the present one.
      if (!isLate) startTransition(() => setNext(found));
    };
    ahead(JSON.parse(told) as VisitEvent).then(show, () => show(null));
    return () => {
      isLate = true;
    };
  }, [scene, told, ahead]);
  return next?.item.linkId === scene.item.linkId ? null : next;
}
