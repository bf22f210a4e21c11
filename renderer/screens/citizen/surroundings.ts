import type { DraftMarkProps } from '../../components/draft-mark.tsx';
import type { HelperStripProps } from '../../components/helper-strip.tsx';
import type { TopBarProps } from '../../components/top-bar.tsx';
import type { Words } from '../../i18n/words.ts';
import type { VisitStore } from './use-visit.ts';

interface TopBarSource {
  readonly words: Words;
  readonly visit: VisitStore;
  readonly onHide: () => void;
  readonly onChange: () => void;
  readonly onStaff: () => void;
}

/** What the upper edge shows at this place of the visit. */
export function topBar({ words, visit, onHide, onChange, onStaff }: TopBarSource): TopBarProps {
  const { view, place } = visit;
  const isAmongQuestions = place.kind === 'visit' && view.sent === null && view.path.length > 0;
  const stops = view.path.map(({ section, state }) => ({
    id: section,
    name: words.say(section === 'readBack' ? 'kiosk.path.readBack' : `intake.section.${section}`),
    state,
  }));
  return {
    helper: isAmongQuestions || place.kind === 'code' ? helperStrip(words, visit) : null,
    path: isAmongQuestions ? { label: words.say('kiosk.path.label'), stops } : null,
    staff:
      // After Send and at an end the next visit stands at its greeting already, behind the last screen.
      view.scene.kind === 'greeting' && place.kind === 'visit' && view.sent === null
        ? { label: words.say('kiosk.staff'), onPress: onStaff }
        : null,
    // The question whether somebody is there stands over a cover already.
    hide: view.presence.stage === 'asked' ? null : { label: words.say('kiosk.hide'), onPress: onHide },
    change: {
      label: words.say('kiosk.change.label'),
      languageName: words.say(`kiosk.languageName.${words.language}`),
      onPress: onChange,
    },
  };
}

/** Somebody who comes or goes is said here alone, and at once. */
function helperStrip(words: Words, { view, act }: VisitStore): HelperStripProps {
  const { accompanied } = view;
  const sentences = accompanied ? ['kiosk.helper.company', 'kiosk.helper.waits'] : ['kiosk.helper.alone'];
  return {
    isAccompanied: accompanied,
    sentences: sentences.map((key) => words.say(key)),
    label: words.say(accompanied ? 'kiosk.helper.nowAlone' : 'kiosk.helper.nowCompany'),
    onPress: () => void act({ kind: 'setAccompanied', accompanied: !accompanied }),
  };
}

/** What the mark beside unapproved Greenlandic explains, in both languages. */
export function draftMark(words: Words): DraftMarkProps {
  const sentences = ['kiosk.draftMark.explain', 'kiosk.draftMark.interpreter'];
  const lines = sentences.map((key) => words.lines(key, 'privacy'));
  return {
    label: words.say('kiosk.draftMark.label'),
    explanation: [
      ...lines.map(({ first }) => first),
      ...lines.flatMap(({ second }) => (second === null ? [] : [second])),
    ],
  };
}
