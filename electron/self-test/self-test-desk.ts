import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { judgeClock } from '../../core/self-test/clock.ts';
import { guardedKeys, judgeGreenlandic } from '../../core/self-test/greenlandic.ts';
import type { Found, SelfTest } from '../../core/self-test/self-test.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import { isFilledIn } from '../../core/translation/catalogue.ts';
import { attempt } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { KioskAlerts } from '../alert/open-alerts.ts';
import { checkInstalled } from '../content/content-store.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { Destination } from '../outbox/destination.ts';
import type { Mirror } from '../outbox/mirror.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { withTimeLimits } from '../outbox/time-limits.ts';
import type { DeliveryWorker } from '../outbox/worker.ts';
import type { Home } from '../store/home.ts';
import { runSelfTest, type Probes } from './run-self-test.ts';

/** What whoever opens the day has said of what only a person can hear, and what only the window knows. */
export interface SaidAtTheDesk {
  readonly sound: Found['sound']['finding'];
  readonly headset: Found['headset']['finding'];
  readonly canPrint: () => Promise<boolean>;
}

/** What the self-test looks at. */
export interface SelfTestOptions {
  readonly home: Pick<Home, 'layout' | 'state' | 'hasRoom' | 'audit'>;
  readonly outbox: Pick<Outbox, 'lastSealedMs'>;
  readonly alerts: Pick<KioskAlerts, 'isWritten'>;
  readonly mirror: Pick<Mirror, 'isBehind'>;
  readonly delivery: Pick<DeliveryWorker, 'progress'>;
  readonly content: () => ContentVersion;
  readonly destinations: () => readonly Destination[];
  /** The site's calendar day, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly clock: Clock;
  readonly uptime: Uptime;
}

/** Opens the day: runs the self-test, and remembers the day on which it passed. */
export class SelfTestDesk {
  readonly #options: SelfTestOptions;

  constructor(options: SelfTestOptions) {
    this.#options = options;
  }

  /** Runs it; one that did not pass takes today's back. */
  async run(said: SaidAtTheDesk): Promise<SelfTest> {
    const { home, uptime, today } = this.#options;
    const hasChannel = home.state.content.settings.secondChannelUrl !== null;
    const tested = await runSelfTest(this.#probes(said), { uptime, hasChannel });
    const failed = tested.results.filter(({ outcome }) => outcome === 'failed' || outcome === 'cannotTell').length;
    home.audit.record(
      tested.hasPassed ? { event: 'dayOpened', count: failed } : { event: 'dayNotOpened', count: failed },
    );
    const selfTestOn = tested.hasPassed ? today() : null;
    // Where the disk refuses, the day stays as it was: unopened, or opened by a test of today.
    home.state.change((content) => ({ ...content, settings: { ...content.settings, selfTestOn } }));
    return tested;
  }

  #probes({ sound, headset, canPrint }: SaidAtTheDesk): Probes {
    const { home, mirror, delivery } = this.#options;
    return {
      sound: () => ({ finding: sound }),
      headset: () => ({ finding: headset }),
      testCall: () => this.#testCall(),
      printer: async () => ({ finding: (await canPrint()) ? 'ready' : 'none' }),
      clock: () => this.#clock(),
      disk: () => ({ finding: home.hasRoom() ? 'hasRoom' : 'full' }),
      mirror: () => {
        if (home.state.content.settings.mirrorFolder === null) return { finding: 'none' };
        return { finding: mirror.isBehind ? 'behind' : 'caughtUp' };
      },
      lastDelivery: () => {
        const { lateness, counts } = delivery.progress;
        return { finding: lateness, count: counts.sealed + counts.sent + counts.stored };
      },
      destination: () => this.#destination(),
      content: () => this.#content(),
    };
  }

  #testCall(): Found['testCall'] {
    const { home, alerts, today } = this.#options;
    if (home.state.content.settings.testCallOn !== today()) return { finding: 'notAnswered' };
    return { finding: alerts.isWritten ? 'answered' : 'notWritten' };
  }

  #clock(): Found['clock'] {
    const { home, outbox, clock } = this.#options;
    const { layout } = home;
    const files = [join(layout.state, 'state.a'), join(layout.state, 'state.b'), join(layout.ledger, 'ledger.jsonl')];
    const times = files.map((path) => attempt(() => statSync(path).mtimeMs));
    const written = times.flatMap((time) => (time.ok ? time.value : []));
    return judgeClock(clock.nowMs(), [...written, outbox.lastSealedMs() ?? 0]);
  }

  /** One that lets the kiosk in is enough: the others are ways out. */
  async #destination(): Promise<Found['destination']> {
    const destinations = this.#options.destinations();
    if (destinations.length === 0) return { finding: 'byHand' };
    const reached = await Promise.all(
      destinations.map(async (destination) => {
        const opened = await withTimeLimits(destination).open();
        if (opened.ok) await opened.value.close();
        return opened.ok;
      }),
    );
    return { finding: reached.includes(true) ? 'reached' : 'notReached' };
  }

  #content(): Found['content'] {
    const { home, content } = this.#options;
    const { id, pack, catalogue, reviewStatus, recording } = content();
    if (!checkInstalled(home.layout.content, id).ok) return { finding: 'altered' };
    if (home.state.content.settings.isDemo) return { finding: 'whole' };
    const words = catalogue.kl;
    return judgeGreenlandic(guardedKeys(pack, words), {
      isApproved: (key) => reviewStatus('kl', key) === 'approved',
      // What is filled in when it is shown is said by the machine: nobody can record it beforehand.
      hasVoice: (key) => {
        const said = words[key] ?? '';
        return isFilledIn(said) || recording('kl', clipHash(said, nodeHasher)) !== null;
      },
    });
  }
}
