import type { Readiness } from '../../../core/site/duty.ts';
import { BeforeSendScreen } from './before-send-screen.tsx';
import type { SentLetter } from '../../../ipc/contract.ts';
import { useCitizen } from './citizen-context.ts';
import { ClosedScreen } from './closed-screen.tsx';
import { CodeScreen } from './code-screen.tsx';
import { CultureScreen } from './culture-screen.tsx';
import { EndedScreen } from './ended-screen.tsx';
import { FoundLetterScreen } from './found-letter-screen.tsx';
import { FoundScreen } from './found-screen.tsx';
import { GreetingScreen } from './greeting-screen.tsx';
import { LanguageScreen } from './language-screen.tsx';
import { LetterEndScreen } from './letter-end-screen.tsx';
import { OfferAloneScreen } from './offer-alone-screen.tsx';
import { OfferCodeScreen } from './offer-code-screen.tsx';
import { OfferPersonScreen } from './offer-person-screen.tsx';
import { QuestionScreen } from './question-screen.tsx';
import { ReadBackScreen } from './read-back-screen.tsx';
import { ResumeScreen } from './resume-screen.tsx';
import { SendingScreen } from './sending-screen.tsx';
import { SentScreen } from './sent-screen.tsx';
import { TrackScreen } from './track-screen.tsx';
import { UnderAgeScreen } from './under-age-screen.tsx';
import { WhoCanSeeScreen } from './who-can-see-screen.tsx';

/** The screen for where the visit stands. */
export function VisitScene() {
  const { place, view } = useCitizen().visit;
  switch (place.kind) {
    case 'visit':
      return view.sent === null ? <QuestionnaireScene /> : <LetterScene letter={view.sent} />;
    case 'resume':
      return <ResumeScreen />;
    case 'code':
      return <CodeScreen code={place.code} then={place.then} />;
    case 'beforeSend':
      return <BeforeSendScreen />;
    case 'sending':
      return <SendingScreen />;
    case 'ended':
      return <EndedScreen how={place.how} />;
    case 'finished':
      return null;
  }
}

function LetterScene({ letter }: { readonly letter: SentLetter }) {
  switch (letter.state) {
    case 'sent':
      return <SentScreen letter={letter} />;
    case 'found':
      return <FoundLetterScreen letter={letter} />;
    case 'takenBack':
      return <LetterEndScreen how="takenBack" />;
    case 'atCentre':
      return <LetterEndScreen how="atCentre" />;
  }
}

function QuestionnaireScene() {
  const { visit, description } = useCitizen();
  const { scene, safety } = visit.view;
  if (safety.offer !== null) return <OfferPersonScreen offer={safety.offer} />;
  switch (scene.kind) {
    case 'greeting':
      return description.readiness === 'ready' ? <GreetingScreen /> : <NotReadyScreen why={description.readiness} />;
    case 'language':
      return <LanguageScreen />;
    case 'culture':
      return <CultureScreen />;
    case 'whoCanSee':
      return <WhoCanSeeScreen scene={scene} />;
    case 'track':
      return <TrackScreen />;
    case 'question':
      return <QuestionScreen scene={scene} />;
    case 'offerCode':
      return <OfferCodeScreen />;
    case 'underAge':
      return <UnderAgeScreen />;
    case 'offerAlone':
      return <OfferAloneScreen scene={scene} />;
    case 'readBack':
      return <ReadBackScreen scene={scene} />;
    case 'found':
      return <FoundScreen scene={scene} />;
    case 'covered':
      // It stands in other stages only, which have screens of their own.
      return null;
  }
}

/** The house is not ready, so nothing begins; what was kept can still be found, to delete it. */
function NotReadyScreen({ why }: { readonly why: Exclude<Readiness, 'ready'> }) {
  const { visit, words, description, top } = useCitizen();
  const label = words.say('kiosk.greeting.haveCode');
  const code = { label, onPress: () => visit.goTo({ kind: 'resume' }) };
  // Where somebody is on duty, the house is open already.
  const opensNext = why === 'noDuty' ? description.opensNext : null;
  return <ClosedScreen words={words} why={why} opensNext={opensNext} code={code} staff={top.staff} />;
}
