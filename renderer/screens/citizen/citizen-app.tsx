import { useEffect, useState } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import type { KioskDescription, VisitView } from '../../../ipc/contract.ts';
import { kiosk } from '../../kiosk.ts';
import { SpeechContext } from '../../speech/speech-context.ts';
import { useSpeech } from '../../speech/use-speech.ts';
import { useWords, type LanguageSetting } from '../../i18n/use-words.ts';
import { useAppearance } from '../../theme/use-appearance.ts';
import { ChangeSheet } from './change-sheet.tsx';
import { CitizenContext } from './citizen-context.ts';
import { AskingContext, useNewAsking } from './use-asking.ts';
import { AwayScreen } from './away-screen.tsx';
import { CoverScreen } from './cover-screen.tsx';
import { DangerPage } from './danger/danger-page.tsx';
import { HeadsetSheet } from './headset-sheet.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { StopSheet } from './stop-sheet.tsx';
import { TestCallSheet } from './test-call-sheet.tsx';
import { topBar } from './surroundings.ts';
import { useAlertSound } from './use-alert-sound.ts';
import { useFreshDescription } from './use-fresh-description.ts';
import { usePersonSigns } from './use-person-signs.ts';
import { useSelections } from './use-selections.ts';
import { useVisit } from './use-visit.ts';
import { VisitScene } from './visit-scene.tsx';

interface CitizenAppProps {
  readonly description: KioskDescription;
  readonly describeAgain: () => void;
  readonly setting: LanguageSetting;
  readonly first: VisitView;
  /** A visit that goes on has the texts that it began with. */
  readonly reloadTexts: () => Promise<void>;
}

type Over = 'change' | 'person' | 'stop' | null;

/** Whoever works here goes to their own window; the kiosk decides whether now is the time. */
function openDesk(): void {
  void kiosk['desk.open']({}).catch(() => undefined);
}

/** One person's visit: the scene, and what can lie over it. */
export function CitizenApp({ description, describeAgain, setting, first, reloadTexts }: CitizenAppProps) {
  const visit = useVisit(first, reloadTexts);
  usePersonSigns();
  const appearance = useAppearance();
  const selections = useSelections();
  const [page, setPage] = useState(0);
  const [over, setOver] = useState<Over>(null);
  const { alert } = visit.view;
  useFreshDescription(visit, { describeAgain, looksForPerson: over === 'person' || alert !== null });
  useAlertSound(alert?.isSounding === true, () => void visit.alert({ kind: 'soundFailed' }));
  const { stage } = visit.view.presence;
  const isCovered = stage === 'covered';
  useEffect(() => {
    if (isCovered) setOver(null);
  }, [isCovered]);
  // Where no questions are, the kiosk has no language to keep; the window still changes its own.
  const [ownLanguage, setOwnLanguage] = useState<LanguageTag | null>(null);
  const hasEnded = visit.view.sent !== null || visit.place.kind === 'ended';
  const isBeside = hasEnded || stage !== 'here' || visit.view.scene.kind === 'found';
  const language = (isBeside ? ownLanguage : null) ?? visit.view.language;
  const words = useWords(language, setting);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const asking = useNewAsking({ words, visit, selections });
  const isLanguageChosen = visit.view.chosen.language;
  const speech = useSpeech({ words, isLanguageChosen, onFetchPerson: () => setOver('person') });

  if (visit.place.kind === 'finished') return null;
  const isDanger = alert?.coversAll === true;
  const close = (): void => setOver(null);
  const chooseLanguage = (next: LanguageTag): void => {
    if (isBeside) setOwnLanguage(next);
    else void visit.act({ kind: 'chooseLanguage', language: next });
  };
  const citizen = {
    description,
    words,
    visit,
    selections,
    appearance,
    readBackPage: { shown: page, turnTo: setPage },
    top: topBar({
      ...{ words, visit },
      onHide: () => void visit.hide(),
      onChange: () => setOver('change'),
      onStaff: openDesk,
    }),
    speech,
    person: { label: words.say('kiosk.bar.person'), onPress: () => setOver('person') },
    fetch: () => setOver('person'),
    stop: { label: words.say('kiosk.bar.stop'), onPress: () => setOver('stop') },
    mark: asking.mark,
  };
  if (alert !== null && isDanger) {
    return (
      <CitizenContext value={citizen}>
        <SpeechContext value={speech}>
          <DangerPage alert={alert} />
        </SpeechContext>
      </CitizenContext>
    );
  }
  if (stage === 'covered') return <CoverScreen words={words} onLift={() => void visit.lift()} />;
  return (
    <CitizenContext value={citizen}>
      <SpeechContext value={speech}>
        <AskingContext value={asking}>{stage === 'here' ? <VisitScene /> : <AwayScreen stage={stage} />}</AskingContext>
        {alert?.why === 'test' && <TestCallSheet alert={alert} />}
        {speech.state.headset === 'asked' && <HeadsetSheet onFetchPerson={() => setOver('person')} />}
        {over === 'person' && <PersonSheet onClose={close} />}
        {over === 'stop' && !isBeside && <StopSheet onClose={close} />}
        {over === 'change' && (
          <ChangeSheet
            onLanguage={chooseLanguage}
            onCulture={isBeside ? null : (culture) => void visit.act({ kind: 'chooseCulture', culture })}
            onClose={close}
          />
        )}
      </SpeechContext>
    </CitizenContext>
  );
}
