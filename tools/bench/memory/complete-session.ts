import type { Page } from '@playwright/test';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import type { VisitView } from '../../../ipc/contract.ts';
import { anyAnswer, choosingPlace } from '../any-answer.ts';

/** More steps than this are no short intake but a circle. */
const MOST_STEPS = 80;

/**
 * Completes a short intake through the bridge of a window, as fast as the kiosk answers, and leaves the last screen: the
 * kiosk makes a new window then. Each answer is the first that the question takes.
 *
 * @throws when the kiosk refuses a step
 */
export async function completeSession(page: Page): Promise<void> {
  let view = await page.evaluate(() => window.kiosk['visit.show']({}));
  for (let step = 0; view.scene.kind !== 'readBack'; step++) {
    if (step > MOST_STEPS) throw new Error(`The session stays at ${view.scene.kind}`);
    view = await done(page, nextEvent(view));
  }
  const sent = await page.evaluate(() => window.kiosk['visit.send']({ ringToday: false }));
  if (!sent.ok) throw new Error(`Sending is refused: ${sent.error.kind}`);
  const closed = page.waitForEvent('close');
  // The window goes before its answer comes.
  await page.evaluate(() => void window.kiosk['visit.finish']({}));
  await closed;
}

async function done(page: Page, event: VisitEvent): Promise<VisitView> {
  const result = await page.evaluate((each) => window.kiosk['visit.act']({ event: each }), event);
  if (!result.ok) throw new Error(`${event.kind} is refused: ${result.error.kind}`);
  return result.value;
}

function nextEvent({ scene, chosen, language, culture }: VisitView): VisitEvent {
  switch (scene.kind) {
    case 'language':
      return chosen.language ? { kind: 'proceed' } : { kind: 'chooseLanguage', language };
    case 'culture':
      return chosen.culture ? { kind: 'proceed' } : { kind: 'chooseCulture', culture };
    case 'track':
      return { kind: 'chooseTrack', track: 'short' };
    case 'question': {
      const { linkId } = scene.item;
      // The youngest is handed over to a person.
      const chooser = choosingPlace(linkId === 'age' ? 1 : 0);
      return { kind: 'answer', linkId, answer: anyAnswer(scene.item, chooser) };
    }
    default:
      return { kind: 'proceed' };
  }
}
