import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { attempt } from '../../node/file-system.ts';
import { acquireWriterLock } from '../../node/writer-lock.ts';
import { checkAuditLog } from '../audit/audit-files.ts';
import type { DeviceSecret } from '../store/device-secret.ts';
import { openFileDeviceSecret } from '../store/device-secret.ts';
import { readFormat } from '../store/home-format.ts';
import { DEVICE_SECRET_FILE, KEPT_DEVICE_SECRET_FILE, homeLayout } from '../store/home-layout.ts';
import type { HomeLayout } from '../store/home-layout.ts';
import { HOME_FORMAT } from '../store/home-migrations.ts';
import { openHome } from '../store/home.ts';
import { checkCustody } from './check-custody.ts';
import type { CustodyFound } from './check-custody.ts';
import { isSameKey, keyInCard, keyOfEnrolment } from './kiosk-key.ts';
import type { KioskKey } from './kiosk-key.ts';
import { readLedgerClaims } from './ledger-claims.ts';
import type { LedgerClaims } from './ledger-claims.ts';

/** What a home is checked with. */
export interface HomeToCheck {
  readonly directory: string;
  readonly random: Random;
  readonly clock: Clock;
  /** By which the ledger is verified, from a card that nobody at the kiosk can change; null: by what the home has. */
  readonly trusted: KioskKey | null;
}

/**
 * Something about a home that a person should know. None of them says anything about a person.
 *
 * - repaired: what a stop interrupted was finished or set aside, as at each start
 * - stateFellBack: one of the two generations of the state was damaged; the last change of a setting may be lost
 * - notOpened: the kiosk cannot open this home; only what needs no secret was checked
 * - secretInKeyStore: the same, because the machine's key store keeps the secret, as it should; no fault by itself
 * - noDeviceSecret: the same, because the secret that ties it to its machine is not there at all
 * - notVerified: there is no key to verify the ledger's signatures by: kiosk.json is missing or damaged
 * - otherKioskCard: kiosk.json is not of this kiosk; the signatures were verified by the trusted key, or by the kiosk's own
 * - otherKiosk: the home signs with another key than the trusted one
 * - ledgerLines: so many lines of the ledger are none, or not signed by this kiosk
 * - ledgerDamaged: the ledger's lines do not follow on each other
 * - unledgered: so many sealed files are unknown to the ledger: it was set back
 * - damagedDrafts: so many drafts will not open any more; each is set aside when its code is used
 * - auditLines: so many lines of the audit log do not follow on each other
 */
export type HomeNote =
  | { readonly kind: 'repaired' | 'stateFellBack' | 'secretInKeyStore' | 'noDeviceSecret' }
  | { readonly kind: 'notVerified' | 'otherKioskCard' | 'otherKiosk' | 'ledgerDamaged' }
  | { readonly kind: 'notOpened'; readonly reason: string }
  | { readonly kind: 'ledgerLines' | 'unledgered' | 'damagedDrafts' | 'auditLines'; readonly count: number };

/** What a check came to, the worst of it. */
export type HomeOutcome = 'ok' | 'repaired' | 'needsStaff' | 'custodyGap';

/** A home that was checked. */
export interface HomeCheck {
  readonly outcome: HomeOutcome;
  readonly found: CustodyFound;
  readonly notes: readonly HomeNote[];
}

/**
 * Checks all that a home keeps: every sealed file against the ledger, every line's signature by the kiosk's public key,
 * the state, the epochs, the audit log, and drafts as far as they can be seen without their codes. Opening it repairs what
 * every start repairs.
 *
 * @returns an error where nothing could be checked: no home, one of a newer program, or one that a program has open
 */
export async function checkHome(options: HomeToCheck): Promise<Result<HomeCheck, { readonly kind: string }>> {
  const format = readFormat(homeLayout(options.directory).formatFile, HOME_FORMAT);
  if (!format.ok) return format;
  const layout = homeLayout(realpathSync(options.directory));
  const secret = openFileDeviceSecret(join(layout.home, DEVICE_SECRET_FILE));
  if (secret.ok) return checkOpened(layout, { ...options, deviceSecret: secret.value });
  const { trusted } = options;
  if (secret.error.kind !== 'missing')
    return checkClosed(layout, trusted, { kind: 'notOpened', reason: 'deviceSecret' });
  const isKept = existsSync(join(layout.home, KEPT_DEVICE_SECRET_FILE));
  return checkClosed(layout, trusted, { kind: isKept ? 'secretInKeyStore' : 'noDeviceSecret' });
}

async function checkOpened(
  layout: HomeLayout,
  { deviceSecret, random, clock, trusted }: HomeToCheck & { readonly deviceSecret: DeviceSecret },
): Promise<Result<HomeCheck, { readonly kind: string }>> {
  const before = traceOf(layout);
  // Simulated homes stretch codes less than the kiosk takes; they are checked like any other.
  const draftKeyPolicy = { lowestLog2N: 1 };
  const opened = await openHome({ directory: layout.home, deviceSecret, random, clock, draftKeyPolicy });
  if (!opened.ok) {
    if (opened.error.kind === 'alreadyRunning') return opened;
    return checkClosed(layout, trusted, { kind: 'notOpened', reason: opened.error.kind });
  }
  const { state, custody } = opened.value;
  const notes: HomeNote[] = [];
  if (traceOf(layout) !== before) notes.push({ kind: 'repaired' });
  if (state.fellBack) notes.push({ kind: 'stateFellBack' });
  const own = custody === null ? null : keyOfEnrolment(custody.enrolment);
  if (trusted !== null && own !== null && !isSameKey(trusted, own)) notes.push({ kind: 'otherKiosk' });
  const checked = checkFiles(layout, { known: trusted ?? own, notes });
  await opened.value.close();
  return checked;
}

/** Checks what can be seen of a home that does not open. Repairs nothing. */
async function checkClosed(
  layout: HomeLayout,
  trusted: KioskKey | null,
  why: HomeNote,
): Promise<Result<HomeCheck, { readonly kind: string }>> {
  const lock = await acquireWriterLock(layout.home);
  if (!lock.ok) return lock;
  const checked = checkFiles(layout, { known: trusted, notes: [why] });
  await lock.value.release();
  return checked;
}

/** @param known a key that is better known than by the card in the home; null where there is none */
function checkFiles(
  layout: HomeLayout,
  { known, notes }: { readonly known: KioskKey | null; readonly notes: readonly HomeNote[] },
): Result<HomeCheck, { readonly kind: string }> {
  const card = keyInCard(layout.home);
  const isOtherCard = card !== null && known !== null && !isSameKey(card, known);
  const key = known ?? card;
  const claims = readLedgerClaims(layout.ledger, key);
  const audit = checkAuditLog(layout.audit);
  const { entries } = claims.ok ? claims.value : { entries: [] };
  const found = attempt(() => checkCustody(layout, entries));
  if (!found.ok) return found;
  const auditLines = audit.ok ? audit.value.problems.length : 1;
  const all: readonly HomeNote[] = [
    ...notes,
    ...(isOtherCard ? [{ kind: 'otherKioskCard' } as const] : []),
    ...(key === null && entries.length > 0 ? [{ kind: 'notVerified' } as const] : []),
    ...(claims.ok ? ledgerNotes(claims.value) : [{ kind: 'ledgerDamaged' } as const]),
    ...counted('unledgered', found.value.unledgered),
    ...counted('damagedDrafts', found.value.damagedDrafts),
    ...counted('auditLines', auditLines),
  ];
  return ok({ outcome: outcomeOf(found.value, all), found: found.value, notes: all });
}

function ledgerNotes({ isWhole, badLines }: LedgerClaims): readonly HomeNote[] {
  if (badLines.length > 0) return [{ kind: 'ledgerLines', count: badLines.length }];
  return isWhole ? [] : [{ kind: 'ledgerDamaged' }];
}

function counted(kind: 'unledgered' | 'damagedDrafts' | 'auditLines', count: number): readonly HomeNote[] {
  return count === 0 ? [] : [{ kind, count }];
}

function outcomeOf({ gaps, forks }: CustodyFound, notes: readonly HomeNote[]): HomeOutcome {
  if (gaps.length + forks.length > 0) return 'custodyGap';
  const isRepair = ({ kind }: HomeNote): boolean => kind === 'repaired' || kind === 'stateFellBack';
  const faults = notes.filter(({ kind }) => kind !== 'secretInKeyStore');
  if (faults.some((note) => !isRepair(note))) return 'needsStaff';
  return faults.length > 0 ? 'repaired' : 'ok';
}

/** What opening changes only when it repairs something: the names in these folders, and how long the ledger is. */
function traceOf({ outbox, drafts, ledger, quarantine }: HomeLayout): string {
  const trace = attempt(() => [
    ...[outbox, drafts, quarantine].map((folder) => readdirSync(folder).toSorted()),
    readdirSync(ledger).map((name) => [name, statSync(join(ledger, name)).size]),
  ]);
  return JSON.stringify(trace);
}
