import { mkdirSync, realpathSync } from 'node:fs';
import { closedEvent, expiredEvents, openingEvents, refusedEvent } from '../../core/audit/home-events.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import type { Result } from '../../core/basics/result.ts';
import { receiptTime } from '../../core/numbers/fact.ts';
import type { Space } from '../../core/site/space.ts';
import { ok } from '../../core/basics/result.ts';
import { removeUnfinished, syncDirectory } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { machineUptime } from '../../node/machine-uptime.ts';
import type { WriterLock } from '../../node/writer-lock.ts';
import { acquireWriterLock } from '../../node/writer-lock.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Numbers } from '../numbers/numbers.ts';
import { createLedger } from '../outbox/ledger-file.ts';
import type { LedgerOpenError } from '../outbox/ledger-file.ts';
import { openOutbox } from '../outbox/outbox.ts';
import type { Outbox, OutboxFindings } from '../outbox/outbox.ts';
import { openReceiptDesk } from '../outbox/receipt-desk.ts';
import type { ReceiptDesk } from '../outbox/receipt-desk.ts';
import { withoutStrayCredentials } from './destination-settings.ts';
import type { DeviceSecret } from './device-secret.ts';
import type { DraftKeyPolicy } from './draft-keys.ts';
import { openDrafts } from './drafts.ts';
import type { Drafts } from './drafts.ts';
import { draftKeySettingsOf, signingKeyOf } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import { createFirstEpoch, openEpochs } from './epochs.ts';
import { HOME_FOLDERS, homeLayout } from './home-layout.ts';
import type { HomeLayout } from './home-layout.ts';
import { migrateHome, readFormat, writeFormat } from './home-format.ts';
import type { FormatError } from './home-format.ts';
import { HOME_FORMAT, HOME_MIGRATIONS } from './home-migrations.ts';
import { HomeSpace } from './home-space.ts';
import type { HomeSpaceOptions } from './home-space.ts';
import { NO_PUBLICATIONS } from './publications.ts';
import { openState } from './state.ts';
import type { State } from './state.ts';
import type { Settings } from './state-content.ts';
import { createStateFiles } from './state-files.ts';

/** What a HOME is opened with. */
export interface HomeOptions extends Pick<HomeSpaceOptions, 'fs' | 'freeBytes'> {
  readonly directory: string;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly clock: Clock;
  /** How long the machine has been on; the system's own unless a test moves it. */
  readonly uptime?: Pick<Uptime, 'nowMs'>;
  /** Tests pass a lower bar for stretching codes. */
  readonly draftKeyPolicy?: DraftKeyPolicy;
}

/** Why a HOME was not opened. */
export type HomeError =
  | FormatError
  | FileError
  | LedgerOpenError
  | { readonly kind: 'alreadyRunning' }
  | { readonly kind: 'weakKeys' }
  | { readonly kind: 'damaged'; readonly part: 'format' | 'state' | 'epochs' };

/** What an enrolled kiosk keeps for people. */
export interface Custody {
  readonly enrolment: Enrolment;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** Where the centre's receipts are handed in. */
  readonly receipts: ReceiptDesk;
  /** What is counted, of people and never of one person. */
  readonly numbers: Numbers;
  /** What the start found in the outbox and repaired. */
  readonly findings: OutboxFindings;
}

/** An open HOME: this process is its only writer until it is closed. */
export interface Home {
  readonly layout: HomeLayout;
  readonly state: State;
  /** Null until the kiosk is enrolled. */
  readonly custody: Custody | null;
  /** What happened here, for whoever asks later. */
  readonly audit: AuditLog;
  /** What everything that a visit needs is written with; see HomeSpace. */
  readonly fs: FileSystem;
  /** Tells whether the disk has room for one more visit. */
  hasRoom(): boolean;
  /** Keeps room for the day when the disk is full. Called at the start and now and then. */
  keepRoom(): Promise<void>;
  /** Closes it; `kind` tells the audit log why, and `ended` is what everybody should say who has no other reason. */
  close(kind?: string): Promise<void>;
}

/** What a new HOME begins with. */
export interface NewHome extends Pick<HomeOptions, 'directory' | 'deviceSecret' | 'random'> {
  readonly settings: Settings;
  readonly enrolment: Enrolment | null;
}

/**
 * Makes a new HOME. Its format file is written last, so a HOME whose making was interrupted is not opened.
 *
 * @returns `exists` when any part of a HOME stands there already: nothing is ever made over it
 */
export function createHome({ directory, ...facts }: NewHome): Result<HomeLayout, FileError> {
  const layout = homeLayout(directory);
  const folders = attempt(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const folder of HOME_FOLDERS) mkdirSync(layout[folder], { mode: 0o700 });
    return null;
  });
  if (!folders.ok) return folders;
  const filled = fillHome(layout, facts);
  return filled.ok ? ok(layout) : filled;
}

function fillHome(layout: HomeLayout, facts: Omit<NewHome, 'directory'>): Result<null, FileError> {
  const { deviceSecret, random, settings, enrolment } = facts;
  const content = {
    settings,
    enrolment,
    credentials: [],
    staff: [],
    lastStaffId: 0,
    recovery: { challenge: null, isPermitted: false },
    deliveries: [],
    purgeNotes: [],
    publications: NO_PUBLICATIONS,
    languagePackages: { made: 0, sources: [] },
    bootCounter: 0,
  };
  const steps = [
    () => createStateFiles({ folder: layout.state, deviceSecret, random }, content),
    () => createFirstEpoch({ folder: layout.epochs, deviceSecret, random }),
    () => createLedger(layout.ledger),
    () => syncDirectory(layout.home),
    () => writeFormat(layout.formatFile, HOME_FORMAT),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(null);
}

/** Opens a HOME, counts the start, checks what is in custody and finishes what a stop interrupted. */
export async function openHome(options: HomeOptions): Promise<Result<Home, HomeError>> {
  const format = readFormat(homeLayout(options.directory).formatFile, HOME_FORMAT);
  if (!format.ok) return format;
  const layout = homeLayout(realpathSync(options.directory));
  const lock = await acquireWriterLock(layout.home);
  if (!lock.ok) return lock;
  const { clock, fs = nodeFileSystem } = options;
  // Not what gives the ballast up: that writes to this log itself, and the log can wait for room.
  const audit = new AuditLog({ folder: layout.audit, quarantine: layout.quarantine, clock, fs });
  const opened = openLocked(layout, { ...options, lock: lock.value, audit, foundFormat: format.value });
  if (!opened.ok) {
    audit.record(refusedEvent(opened.error.kind));
    audit.close();
    await lock.value.release();
  }
  return opened;
}

function openLocked(
  layout: HomeLayout,
  options: HomeOptions & { readonly lock: WriterLock; readonly audit: AuditLog; readonly foundFormat: number },
): Result<Home, HomeError> {
  const { deviceSecret, random, lock, audit } = options;
  const onGivenUp = (): void => audit.record({ event: 'ballastGivenUp' });
  const room = new HomeSpace({ layout, ...options, onGivenUp });
  const { fs } = room;
  removeUnfinishedIn(layout, fs);
  const migrated = migrateHome({ layout, deviceSecret, random, fs }, HOME_MIGRATIONS);
  if (!migrated.ok) return migrated;
  const state = openState({ folder: layout.state, deviceSecret, random, fs });
  if (!state.ok) return state;
  const counted = state.value.change((content) => ({
    ...withoutStrayCredentials(content),
    bootCounter: content.bootCounter + 1,
  }));
  if (!counted.ok) return counted;
  const { enrolment } = state.value.content;
  const custody =
    enrolment === null
      ? ok(null)
      : openCustody(layout, { ...options, fs, diskFs: options.fs ?? nodeFileSystem, enrolment, state: state.value });
  if (!custody.ok) return custody;
  const { bootCounter: start } = state.value.content;
  const outbox = custody.value?.findings ?? null;
  const migratedFrom = options.foundFormat === HOME_FORMAT ? null : options.foundFormat;
  const { fellBack: stateFellBack } = state.value;
  audit.record(...openingEvents({ start, before: audit.endBefore, migratedFrom, stateFellBack, outbox }));
  const close = async (kind = 'ended'): Promise<void> => {
    await custody.value?.receipts.close();
    custody.value?.numbers.keep();
    custody.value?.outbox.close();
    audit.record(closedEvent(kind));
    audit.close();
    await lock.release();
  };
  const space = (): Space => state.value.content.settings.space;
  return ok({
    layout,
    state: state.value,
    custody: custody.value,
    audit,
    fs,
    hasRoom: () => room.hasRoom(space()),
    keepRoom: () => room.keep(space()),
    close,
  });
}

/**
 * An epoch's secret must not outlive its epoch as the unfinished twin of its file, and what is unfinished takes room.
 * Drafts and sealed intakes see to their own. What cannot be removed now is removed at the next start: a home does not
 * stay closed for it.
 */
function removeUnfinishedIn(
  { home, state, epochs, ledger, audit, alerts, receipts }: HomeLayout,
  fs: FileSystem,
): void {
  for (const folder of [home, state, epochs, ledger, audit, alerts, receipts]) removeUnfinished(folder, fs);
}

function openCustody(
  layout: HomeLayout,
  {
    deviceSecret,
    random,
    clock,
    uptime = machineUptime,
    draftKeyPolicy,
    enrolment,
    state,
    audit,
    fs,
    diskFs,
  }: HomeOptions & {
    readonly enrolment: Enrolment;
    readonly state: State;
    readonly audit: AuditLog;
    readonly fs: FileSystem;
    /** The disk without what makes room on it. */
    readonly diskFs: FileSystem;
  },
): Result<Custody, HomeError> {
  const epochs = openEpochs({ folder: layout.epochs, deviceSecret, random, clock, uptime, fs });
  if (!epochs.ok) return epochs;
  const { quarantine } = layout;
  const keys = draftKeySettingsOf(enrolment);
  const policy = draftKeyPolicy === undefined ? {} : { policy: draftKeyPolicy };
  const drafts = openDrafts({ folder: layout.drafts, quarantine, keys, epochs: epochs.value, random, fs, ...policy });
  if (!drafts.ok) return drafts;
  // What cannot be removed now is removed later: a home does not stay closed for it.
  const forgotten = drafts.value.forgetOld();
  if (forgotten.ok) audit.record(...expiredEvents(forgotten.value));
  const passedMs = (): number => epochs.value.passedMs();
  const isCounting = (): boolean => !state.content.settings.isDemo;
  const place = { folder: layout.state, deviceSecret, random, fs: diskFs };
  const numbers = new Numbers({ ...place, clock, passedMs, isCounting });
  const opened = openOutbox({
    folder: layout.outbox,
    ledgerFolder: layout.ledger,
    quarantine,
    kioskId: enrolment.kioskId,
    signingKey: signingKeyOf(enrolment),
    state,
    clock,
    onReceipted: (waitedMs) => numbers.count({ kind: 'receipted', time: receiptTime(waitedMs) }),
    fs,
  });
  if (!opened.ok) return opened;
  const { outbox } = opened.value;
  const receipts = openReceiptDesk({ outbox, state, folder: layout.receipts, passedMs, record: audit.record, fs });
  return ok({ enrolment, drafts: drafts.value, receipts, numbers, ...opened.value });
}
