import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import { AttendedVisit } from '../../../electron/intake/attended-visit.ts';
import type { VisitView } from '../../../ipc/contract.ts';
import { expectOk } from '../../expect-ok.ts';
import { visitWithFakes } from './made-visit.ts';
import { goesTo, NAME } from './person.ts';

/** What an answer looks like in anything that is handed out. */
export function saysAnything(view: unknown): boolean {
  return /call-name|helper|Aviâja|"question"|"readBack"/.test(JSON.stringify(view));
}

/** A visit that is attended to, and what its window heard of it. */
export class WatchedVisit {
  readonly kiosk = visitWithFakes();
  readonly visit: AttendedVisit;
  /** How often the window was told to ask anew, and how often a new one was made. */
  told = 0;
  windows = 1;

  constructor() {
    this.visit = new AttendedVisit(this.kiosk.visit, {
      uptime: this.kiosk.uptime,
      timings: () => USUAL_TIMINGS,
      tellChanged: () => void (this.told += 1),
      renewWindow: () => {
        this.windows += 1;
        return Promise.resolve();
      },
    });
  }

  stageOf(): string {
    return this.visit.show().presence.stage;
  }

  /** Answers with a name, and stands at the question after it. */
  answersWithAName(): void {
    goesTo(this.kiosk.visit, 'call-name');
    expectOk(this.visit.act({ kind: 'answer', linkId: 'call-name', answer: { kind: 'text', text: NAME } }));
  }

  goesBackToTheName(): VisitView {
    return expectOk(this.visit.act({ kind: 'back' }));
  }

  async takesACode(): Promise<string> {
    const { digits } = expectOk(await this.visit.takeCode());
    // The code was copied when the person goes on.
    this.goesBackToTheName();
    return digits;
  }
}
