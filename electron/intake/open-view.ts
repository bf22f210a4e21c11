import type { VisitScene } from '../../core/intake/scene.ts';
import type { AlertView, SentLetter } from '../../ipc/contract.ts';

/** A visit as it would be shown to its own person. */
export interface OpenView extends VisitScene {
  readonly codeTaken: boolean;
  readonly sent: SentLetter | null;
  readonly alert: AlertView | null;
}
