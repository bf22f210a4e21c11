import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { siteSchema } from '../../core/intake/site.ts';
import { parseCentreCard } from '../../core/bundle/centre-card.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import type { Kiosk } from '../../electron/intake/open-kiosk.ts';
import type { AckFile } from './ack-file.ts';
import { Dice } from './dice.ts';
import type { SimulatedHome } from './open-simulated-home.ts';
import { play, type Play } from './play.ts';
import { rehearse } from './rehearsal.ts';
import { writeSimulation, type SimulationFacts } from './simulation-file.ts';
import { avoidedIn, SyntheticPerson, type Avoided } from './synthetic-person.ts';
import { EXIT, expectDone, Trouble } from './trouble.ts';

/** How long saving and sealing took, in milliseconds. */
export interface Times {
  readonly saves: number[];
  readonly seals: number[];
}

type Begun = NonNullable<SimulationFacts['begun']>;
const DRAFT_SUFFIX = '.draft';

/** Made-up people at one kiosk, one after the other. */
export class Simulation {
  readonly #kiosk: Kiosk;
  readonly #acks: AckFile | null;
  readonly #avoided: Avoided;
  readonly #drafts: string;
  #facts: SimulationFacts;
  /** What was acknowledged of the draft that is open. */
  #revision = 0;
  /** How many steps were acknowledged as saved, and how long those took that were one save. */
  savedSteps = 0;
  readonly times: Times = { saves: [], seals: [] };

  constructor({ kiosk, facts }: SimulatedHome, acks: AckFile | null) {
    this.#kiosk = kiosk;
    this.#facts = facts;
    this.#acks = acks;
    this.#avoided = avoidedIn(kiosk.visit.content.pack);
    this.#drafts = kiosk.home.layout.drafts;
  }

  /** Goes on until so many intakes are sealed in this home, those before this start included. */
  async sealUpTo(intakes: number): Promise<void> {
    this.#checkLastSealed();
    await this.#goOnWithBegun();
    while (this.#outbox.sealedCount < intakes) {
      this.#revision = 0;
      await this.#toTheEnd(this.#newPerson(), null);
    }
  }

  get #outbox() {
    return this.#kiosk.custody.outbox;
  }

  /** Who comes next: the same for the same seed and place in the row, whatever was killed meanwhile. */
  #newPerson(): SyntheticPerson {
    const number = this.#outbox.sealedCount + 1;
    return new SyntheticPerson(new Dice(`${this.#facts.seed} ${number}`), this.#avoided);
  }

  /** What was acknowledged as sealed last must stand in the ledger. */
  #checkLastSealed(): void {
    const acknowledged = this.#acks?.lastSealed() ?? null;
    if (acknowledged === null) return;
    const found = this.#outbox.sealed(acknowledged.intakeId);
    if (found?.seq !== acknowledged.seq || found.sha256 !== acknowledged.sha256) {
      throw new Trouble(`LOST: intake ${acknowledged.seq} was acknowledged and is not in the ledger.`, EXIT.lost);
    }
  }

  /** Goes on with the draft that a kill interrupted, and finds that nothing of it is lost. */
  async #goOnWithBegun(): Promise<void> {
    const { begun } = this.#facts;
    if (begun === null) return;
    const sealed = this.#outbox.sealed(begun.intakeId);
    if (sealed !== null && this.#acks !== null && this.#acks.lastSealed()?.intakeId !== begun.intakeId) {
      // The kill came between the ledger and the acknowledgement.
      this.#acks.sealed({ intakeId: begun.intakeId, ...sealed });
    }
    if (sealed !== null && !existsSync(this.#pathOf(begun.locator))) return;
    const { visit } = this.#kiosk;
    const standing = this.#standing();
    const resumed = await this.#resume(begun.code);
    if (!resumed.ok) {
      const { kind } = resumed.error;
      if (sealed !== null && kind === 'alreadySent') return;
      if (kind === 'notCounted') throw new Trouble(`The draft cannot be gone on with (${kind}).`);
      throw new Trouble(`LOST: the draft ${begun.locator} does not open any more (${kind}).`, EXIT.lost);
    }
    const acknowledged = this.#acks?.lastRevision(begun.locator) ?? 0;
    const possible = this.#acks?.lastPossibleRevision(begun.locator) ?? 0;
    const person = this.#newPerson();
    const revision = await rehearse({
      person,
      content: visit.content,
      site: this.#site(),
      shown: resumed.value,
      from: Math.max(1, acknowledged),
      to: acknowledged === 0 ? Infinity : possible + 1,
    });
    if (revision === null) {
      throw new Trouble(`LOST: the draft ${begun.locator} is not what was acknowledged.`, EXIT.lost);
    }
    this.#revision = revision;
    this.#remember({ ...begun, locator: this.#locatorAfter(standing, begun.locator) });
    await this.#toTheEnd(person, begun.code);
  }

  async #resume(code: string): ReturnType<Kiosk['visit']['resume']> {
    const resumed = await this.#kiosk.visit.resume(code);
    if (resumed.ok || resumed.error.kind !== 'wait') return resumed;
    // Kills between counting a try and finding it right look like wrong tries.
    await wait(resumed.error.seconds * 1000);
    return this.#resume(code);
  }

  async #toTheEnd(person: SyntheticPerson, code: string | null): Promise<void> {
    const { visit, alerts } = this.#kiosk;
    // Over midnight the house tries its call anew.
    if (!visit.isReady) alerts.rememberTestCall();
    const standing = this.#standing();
    const scene: Play = {
      visit,
      person,
      code,
      codeTaken: (digits) => {
        const locator = this.#locatorAfter(standing, null);
        this.#remember({ intakeId: visit.intakeId, code: digits, locator });
        this.#acknowledge(locator);
      },
      saved: (tookMs) => {
        this.times.saves.push(tookMs);
        const { begun } = this.#facts;
        if (begun !== null) this.#acknowledge(begun.locator);
      },
      isOver: () => false,
    };
    await play(scene);
    await this.#send(person);
  }

  async #send(person: SyntheticPerson): Promise<void> {
    const { visit } = this.#kiosk;
    const { intakeId } = visit;
    const startedMs = performance.now();
    expectDone(await visit.send({ ringToday: person.wishesToBeRung() }), 'An intake was not sealed');
    this.times.seals.push(performance.now() - startedMs);
    const sealed = this.#outbox.sealed(intakeId);
    if (sealed === null) throw new Trouble('LOST: an intake was sent and is not in the ledger.', EXIT.lost);
    this.#acks?.sealed({ intakeId, ...sealed });
    visit.finish();
  }

  #acknowledge(locator: string): void {
    this.#revision += 1;
    this.savedSteps += 1;
    this.#acks?.draft(locator, this.#revision);
  }

  #remember(begun: Begun): void {
    this.#facts = { ...this.#facts, begun };
    expectDone(writeSimulation(this.#kiosk.home.layout.home, this.#facts), 'The simulation cannot be remembered');
  }

  #pathOf(locator: string): string {
    return join(this.#drafts, `${locator}${DRAFT_SUFFIX}`);
  }

  #standing(): ReadonlySet<string> {
    return new Set(readdirSync(this.#drafts).filter((name) => name.endsWith(DRAFT_SUFFIX)));
  }

  /** The name of the draft that was begun or went on. Nothing in the kiosk tells it, on purpose; the folder does. */
  #locatorAfter(before: ReadonlySet<string>, known: string | null): string {
    if (known !== null && existsSync(this.#pathOf(known))) return known;
    const added = [...this.#standing()].find((name) => !before.has(name));
    if (added === undefined) throw new Trouble('LOST: a draft was acknowledged and has no file.', EXIT.lost);
    return added.slice(0, -DRAFT_SUFFIX.length);
  }

  #site() {
    const card = parseCentreCard(toUtf8(this.#kiosk.custody.enrolment.centreCard));
    return siteSchema.strip().parse(expectDone(card, 'The centre’s card cannot be read').site);
  }
}
