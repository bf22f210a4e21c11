import { useEffect, useState } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import type { KioskDescription, VisitView } from '../../../ipc/contract.ts';
import { useWords, type LanguageSetting } from '../../i18n/use-words.ts';
import { ChangeSheet } from './change-sheet.tsx';
import { CitizenContext } from './citizen-context.ts';
import { CurtainScreen } from './curtain-screen.tsx';
import { DangerSheet } from './danger-sheet.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { StopSheet } from './stop-sheet.tsx';
import { draftMark, topBar } from './surroundings.ts';
import { useEndWhenLeft } from './use-end-when-left.ts';
import { useFreshDescription } from './use-fresh-description.ts';
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

type Over = 'change' | 'person' | 'stop' | 'curtain' | null;

/** One person's visit: the scene, and what can lie over it. */
export function CitizenApp({ description, describeAgain, setting, first, reloadTexts }: CitizenAppProps) {
  const visit = useVisit(first, reloadTexts);
  useEndWhenLeft(visit);
  const selections = useSelections();
  const [page, setPage] = useState(0);
  const [over, setOver] = useState<Over>(null);
  useFreshDescription(visit, { describeAgain, looksForPerson: over === 'person' || visit.isInDanger });
  // Once a visit has ended, the kiosk has no language to keep; the window still changes its own.
  const [ownLanguage, setOwnLanguage] = useState<LanguageTag | null>(null);
  const hasEnded = visit.view.sent !== null || visit.place.kind === 'ended';
  const language = (hasEnded ? ownLanguage : null) ?? visit.view.language;
  const words = useWords(language, setting);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (visit.place.kind === 'finished') return null;
  if (over === 'curtain') return <CurtainScreen words={words} onLift={() => setOver(null)} />;
  const close = (): void => setOver(null);
  const chooseLanguage = (next: LanguageTag): void => {
    if (hasEnded) setOwnLanguage(next);
    else void visit.act({ kind: 'chooseLanguage', language: next });
  };
  const goToPerson = (): void => {
    visit.leaveDanger();
    setOver('curtain');
  };
  const citizen = {
    description,
    words,
    visit,
    selections,
    readBackPage: { shown: page, turnTo: setPage },
    top: topBar({ words, visit, onHide: () => setOver('curtain'), onChange: () => setOver('change') }),
    person: { label: words.say('kiosk.bar.person'), onPress: () => setOver('person') },
    stop: { label: words.say('kiosk.bar.stop'), onPress: () => setOver('stop') },
    mark: draftMark(words),
  };
  return (
    <CitizenContext value={citizen}>
      <VisitScene />
      {visit.isInDanger && <DangerSheet onGoOn={visit.leaveDanger} onGoToPerson={goToPerson} />}
      {over === 'person' && <PersonSheet onClose={close} />}
      {over === 'stop' && !hasEnded && <StopSheet onClose={close} />}
      {over === 'change' && (
        <ChangeSheet
          onLanguage={chooseLanguage}
          onCulture={hasEnded ? null : (culture) => void visit.act({ kind: 'chooseCulture', culture })}
          onClose={close}
        />
      )}
    </CitizenContext>
  );
}
