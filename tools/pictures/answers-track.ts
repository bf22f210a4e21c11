import type { Answer } from '../../core/questionnaire/answer.ts';
import type { Track } from '../../core/questionnaire/flow.ts';
import { tellingAnswer } from './questions.ts';
import type { Studio } from './studio.ts';

/** More steps than this are no intake but a circle. */
const MOST_STEPS = 200;
const WITH_A_FRIEND: Answer = { kind: 'codes', codes: ['friend'] };

/**
 * Answers the short track, or the whole, past the screens, until this kind of scene or this question is reached.
 *
 * @throws when it is never reached
 */
export async function answersTrack(
  studio: Studio,
  until = 'readBack',
  { isAccompanied = false, track = 'short' }: { readonly isAccompanied?: boolean; readonly track?: Track } = {},
): Promise<void> {
  const { language } = studio.setting;
  const { culture } = studio;
  await studio.beginsQuestions(culture, track);
  if (isAccompanied) await studio.does({ kind: 'setAccompanied', accompanied: true });
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { scene, safety } = await studio.view();
    if (safety.offer !== null) {
      if (until === 'offerPerson') return;
      await studio.does({ kind: 'leaveOffer' });
      continue;
    }
    if (scene.kind === until) return;
    if (scene.kind !== 'question') {
      await studio.does({ kind: 'proceed' });
      continue;
    }
    const { linkId } = scene.item;
    if (linkId === until) return;
    const isHelping = linkId === 'helper' && isAccompanied;
    const said: Answer = isHelping ? WITH_A_FRIEND : tellingAnswer(scene.item, { language, culture });
    await studio.does({ kind: 'answer', linkId, answer: said });
  }
  throw new Error(`The questions never come to ${until}`);
}
