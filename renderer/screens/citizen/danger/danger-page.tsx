import type { AlertView } from '../../../../ipc/contract.ts';
import { DangerAfter } from './danger-after.tsx';
import { DangerNote } from './danger-note.tsx';
import { DangerWaiting } from './danger-waiting.tsx';

/** Stands in place of everything while somebody is called because life may be in danger. It never times out. */
export function DangerPage({ alert }: { readonly alert: AlertView }) {
  if (alert.stage === 'here') return <DangerNote />;
  return alert.stage === 'noted' ? <DangerAfter /> : <DangerWaiting alert={alert} />;
}
