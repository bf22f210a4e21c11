import { useEffect } from 'react';
import { keepFresh } from '../../keep-fresh.ts';
import { kiosk } from '../../kiosk.ts';
import type { VisitStore } from './use-visit.ts';

/**
 * Asks again who is on duty and when the centre reads: while the greeting stands, when somebody leaves it, and when a
 * person is looked for.
 */
export function useFreshDescription(
  { view, place }: VisitStore,
  { describeAgain, looksForPerson }: { readonly describeAgain: () => void; readonly looksForPerson: boolean },
): void {
  const isAtGreeting = place.kind === 'visit' && view.sent === null && view.scene.kind === 'greeting';
  useEffect(() => (isAtGreeting ? keepFresh(describeAgain) : undefined), [isAtGreeting, describeAgain]);
  // What was done at the desk stands here at once.
  useEffect(() => (isAtGreeting ? kiosk.onChange(describeAgain) : undefined), [isAtGreeting, describeAgain]);
  useEffect(() => {
    if (!looksForPerson) return;
    describeAgain();
    // A test call that was answered has opened the house.
    return describeAgain;
  }, [looksForPerson, describeAgain]);
}
