import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { LEDGER_HEAD_TRUSTED_COMMENT, ledgerHeadNameOf, type LedgerHead } from '../../core/outbox/ledger-head.ts';
import type { Intake } from '../../core/intake/intake.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { centre, exampleIntake, makeBundle, type Departure, type MadeCentre, type Run } from './made-centre.ts';

/** A sealed intake of a chain. */
export interface Sent {
  readonly seq: number;
  readonly intake: Intake;
  readonly sha256: Sha256;
  readonly bytes: Uint8Array;
}

/** A kiosk that seals one intake after the other, as its ledger would have it, and lays them into folders. */
export class DeliveringKiosk {
  readonly sent: Sent[] = [];
  readonly #made: MadeCentre;

  constructor(made: MadeCentre) {
    this.#made = made;
  }

  /** Seals the next intake; `departure.manifest` changes what it claims of itself. */
  async seal(intake: Intake = exampleIntake(this.#made), departure: Departure = {}): Promise<Sent> {
    const seq = this.sent.length + 1;
    const manifest = { seq, prevHash: this.sent.at(-1)?.sha256 ?? null, ...departure.manifest };
    const bytes = await makeBundle(this.#made, { ...departure, intake, manifest });
    const one = { seq, intake, sha256: nodeHasher.sha256(bytes), bytes };
    this.sent.push(one);
    return one;
  }

  async sealSeveral(count: number): Promise<readonly Sent[]> {
    for (let done = 0; done < count; done += 1) await this.seal();
    return this.sent;
  }

  /** Lays sealed files into a folder under the names of an export, and returns the folder. */
  lay(name: string, sent: readonly Sent[] = this.sent): string {
    const folder = join(this.#made.folder, name);
    mkdirSync(folder, { recursive: true });
    for (const { sha256, bytes } of sent) writeFileSync(join(folder, `${sha256.slice(0, 32)}.age`), bytes);
    return folder;
  }

  /** Lays the signed head of the ledger beside them. */
  layHead(folder: string, change: Partial<LedgerHead> = {}): string {
    const { kioskId } = this.#made.kiosk;
    const last = this.sent.at(-1);
    const head: LedgerHead = {
      format: 3,
      kioskId,
      lines: this.sent.length,
      lastLineHash: last?.sha256 ?? null,
      lastSealed: last === undefined ? null : { seq: last.seq, sha256: last.sha256 },
      withdrawn: [],
      audit: { lines: 0, lastLineHash: null, unwritten: 0 },
      exportedAt: '2026-03-02T06:00:00.000Z',
      ...change,
    };
    const path = join(folder, ledgerHeadNameOf(kioskId, nodeHasher));
    const bytes = formatJson(head);
    writeFileSync(path, bytes);
    writeFileSync(`${path}.minisig`, minisignSign(this.#made.kioskKey, bytes, LEDGER_HEAD_TRUSTED_COMMENT));
    return path;
  }
}

/** The only receipt that was laid into a folder. */
export function receiptIn(folder: string): unknown {
  const [name = '', ...more] = readdirSync(folder).filter((each) => /^receipt-.*\.json$/.test(each));
  if (more.length > 0) throw new Error('More than one receipt lies there');
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** Receives folders or files into the centre's own home. */
export function receive(made: MadeCentre, ...paths: readonly string[]): Promise<Run> {
  return centre('receive', ...paths, '--home', made.home, '--kiosk', made.kioskFile, '--json');
}

/** Asks whether everything of the kiosk is accounted for. */
export function prove(made: MadeCentre, ...more: readonly string[]): Promise<Run> {
  return centre('prove', '--home', made.home, '--kiosk', made.kioskFile, '--json', ...more);
}
