import type { ShownPresence } from '../../../ipc/contract.ts';
import { AskedScreen } from './asked-screen.tsx';
import { useCitizen } from './citizen-context.ts';
import { LiftScreen } from './lift-screen.tsx';
import { ResumeScreen } from './resume-screen.tsx';

/** What stands while the visit itself does not: nothing here knows an answer. */
export function AwayScreen({ stage }: { readonly stage: Exclude<ShownPresence['stage'], 'here' | 'covered'> }) {
  const { view, place } = useCitizen().visit;
  if (stage === 'asked') return <AskedScreen />;
  const entersCode = view.presence.behind === 'locked' && place.kind === 'resume';
  return entersCode ? <ResumeScreen /> : <LiftScreen />;
}
