import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initCentre } from '../../../centre/init.ts';
import { signReceipts, type ReceiptFacts, type SignedReceipt } from '../../../centre/sign-receipt.ts';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import type { CentreCard } from '../../../core/bundle/centre-card.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { openOutbox, type Outbox } from '../../../electron/outbox/outbox.ts';
import { openReceiptDesk, type ReceiptDesk } from '../../../electron/outbox/receipt-desk.ts';
import { newEnrolment, signingKeyOf, type Enrolment } from '../../../electron/store/enrolment.ts';
import { openState, type State } from '../../../electron/store/state.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { formatPublicKeyLine, parsePublicKeyFile } from '../../../node/minisign-keys.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { intakeIdOf } from '../intake-id.ts';
import { KIOSK_ID, makeTestHome, secretOf } from '../test-home.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;
export const clock = { nowMs: () => Date.UTC(2026, 2, 4) };
const bytesOf = (seq: number) => new Uint8Array(Buffer.from(`the sealed file of ${seq}`));
export const pair = (seq: number) => ({ seq, sha256: nodeHasher.sha256(bytesOf(seq)) });

/** The parts of a kiosk that take receipts, and the events that they told. */
interface Kiosk {
  readonly outbox: Outbox;
  readonly state: State;
  readonly desk: ReceiptDesk;
  readonly events: string[];
}

/** The home of a kiosk with three sealed intakes, enrolled at a centre of its own that signs receipts. */
export class ReceiptedHome {
  readonly centreHome: string;
  readonly card: CentreCard;
  readonly directory: string;
  /** How much time surely passed; a test lets it pass. */
  passedMs = 0;

  private constructor({ centreHome, card }: { readonly centreHome: string; readonly card: CentreCard }) {
    this.centreHome = centreHome;
    this.card = card;
    this.directory = makeTestHome(enrolmentAt(centreHome));
    const { outbox } = this.open();
    for (const seq of [1, 2, 3]) {
      const withdrawTag = withdrawTagOf(keyOf(seq), nodeHasher);
      expectOk(outbox.commit({ seq, intakeId: intakeIdOf(seq), bytes: bytesOf(seq), withdrawTag }));
    }
    outbox.close();
  }

  static async make(): Promise<ReceiptedHome> {
    const centreHome = join(temporaryFolder(), 'centre');
    const site = { ...EXAMPLE_SITE };
    const centre = { home: centreHome, name: 'Centre', site, passphrase: null, random: systemRandom, clock };
    const card = expectOk(await initCentre(centre));
    return new ReceiptedHome({ centreHome, card });
  }

  /** Opens outbox and desk as a start does. */
  open(fs: FileSystem = nodeFileSystem): Kiosk {
    const inHome = (name: string): string => join(this.directory, name);
    const place = { folder: inHome('state'), deviceSecret: secretOf(this.directory), random: systemRandom, fs };
    const state = expectOk(openState(place));
    const enrolled = state.content.enrolment;
    if (enrolled === null) throw new Error('The home is not enrolled');
    const { outbox } = expectOk(
      openOutbox({
        ...{ folder: inHome('outbox'), ledgerFolder: inHome('ledger'), quarantine: inHome('quarantine') },
        ...{ kioskId: KIOSK_ID, signingKey: signingKeyOf(enrolled), state, clock, fs },
      }),
    );
    const events: string[] = [];
    const record = (...told: readonly { readonly event: string }[]): void =>
      void events.push(...told.map((e) => e.event));
    const passedMs = (): number => this.passedMs;
    const desk = openReceiptDesk({ outbox, state, folder: inHome('receipts'), passedMs, record, fs });
    return { outbox, state, desk, events };
  }

  receipt(...seqs: readonly number[]): SignedReceipt {
    return this.signed({ received: seqs.map(pair) });
  }

  signed(facts: Partial<ReceiptFacts>): SignedReceipt {
    const centre = { home: this.centreHome, card: this.card, clock };
    const [one] = expectOk(signReceipts(centre, { kioskId: KIOSK_ID, received: [], ...facts }));
    if (one === undefined) throw new Error('Nothing was signed');
    return one;
  }

  sealedFiles(): readonly string[] {
    return readdirSync(join(this.directory, 'outbox')).toSorted();
  }

  ledgerText(): string {
    return readFileSync(join(this.directory, 'ledger', 'ledger.jsonl'), 'utf8');
  }

  /** Lets go of what may go now, and of what may go after the seven days. */
  async purgeAll({ desk }: Kiosk): Promise<void> {
    expectOk(await desk.purge());
    this.passedMs += 7 * DAY_MS;
    expectOk(await desk.purge());
  }
}

function enrolmentAt(centreHome: string): Enrolment {
  const root = parsePublicKeyFile(readFileSync(join(centreHome, 'root.pub'), 'utf8'));
  if (root === null) throw new Error('The centre has no root key');
  const centreCard = readFileSync(join(centreHome, 'centre.json'), 'utf8');
  const centreCardSignature = readFileSync(join(centreHome, 'centre.json.minisig'), 'utf8');
  const facts = { kioskId: KIOSK_ID, rootPublicKey: formatPublicKeyLine(root), centreCard, centreCardSignature };
  return newEnrolment({ ...facts, log2N: 1 }, systemRandom);
}
