import { useCitizen } from './citizen-context.ts';
import { ClosedScreen } from './closed-screen.tsx';
import { CodeScreen } from './code-screen.tsx';
import { CultureScreen } from './culture-screen.tsx';
import { EndedScreen } from './ended-screen.tsx';
import { GreetingScreen } from './greeting-screen.tsx';
import { LanguageScreen } from './language-screen.tsx';
import { OfferAloneScreen } from './offer-alone-screen.tsx';
import { OfferCodeScreen } from './offer-code-screen.tsx';
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
      return view.sent === null ? <QuestionnaireScene /> : <SentScreen slip={view.sent} />;
    case 'resume':
      return <ResumeScreen />;
    case 'code':
      return <CodeScreen code={place.code} then={place.then} />;
    case 'sending':
      return <SendingScreen />;
    case 'ended':
      return <EndedScreen how={place.how} />;
    case 'finished':
      return null;
  }
}

function QuestionnaireScene() {
  const { visit, description, words } = useCitizen();
  const { scene } = visit.view;
  switch (scene.kind) {
    case 'greeting':
      return description.onDuty ? <GreetingScreen /> : <ClosedScreen words={words} why="noDuty" />;
    case 'language':
      return <LanguageScreen />;
    case 'culture':
      return <CultureScreen />;
    case 'whoCanSee':
      return <WhoCanSeeScreen scene={scene} />;
    case 'track':
      return <TrackScreen />;
    case 'question':
      // The key makes every question a new screen: it fades in, and its heading takes the focus.
      return <QuestionScreen key={scene.item.linkId} scene={scene} />;
    case 'offerCode':
      return <OfferCodeScreen />;
    case 'underAge':
      return <UnderAgeScreen />;
    case 'offerAlone':
      return <OfferAloneScreen scene={scene} />;
    case 'readBack':
      return <ReadBackScreen scene={scene} />;
  }
}
