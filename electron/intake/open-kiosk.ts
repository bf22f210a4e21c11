import type { RecordEvents } from '../../core/audit/events.ts';
import { expiredEvents } from '../../core/audit/home-events.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { CentreCard, CentreSite } from '../../core/bundle/centre-card.ts';
import { canSealTo } from '../../core/bundle/seal.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import { siteSchema } from '../../core/intake/site.ts';
import type { KioskDescription } from '../../ipc/contract.ts';
import { parsePublicKeyLine } from '../../node/minisign-keys.ts';
import { readSignedCentreCard } from '../../node/signed-centre-card.ts';
import { contentOn } from '../content/content-on.ts';
import { ContentInUse } from '../content/content-in-use.ts';
import { checkInstalled } from '../content/content-store.ts';
import { openProgramContent, type ProgramContent } from '../content/program-content.ts';
import { WrongTries } from '../store/wrong-tries.ts';
import { signingKeyOf } from '../store/enrolment.ts';
import type { DraftKeyPolicy } from '../store/draft-keys.ts';
import { openDeviceSecret } from '../store/kept-device-secret.ts';
import type { KeyStore } from '../store/key-store.ts';
import { openHome, type Custody, type Home } from '../store/home.ts';
import { auditedDrafts, auditedLetters } from '../audit/custody-events.ts';
import { destinationsOf } from '../outbox/destinations-of.ts';
import { Mirror } from '../outbox/mirror.ts';
import { DeliveryWorker } from '../outbox/worker.ts';
import { openAlerts, type KioskAlerts } from '../alert/open-alerts.ts';
import { SelfTestDesk } from '../self-test/self-test-desk.ts';
import { openStaff } from '../staff/open-staff.ts';
import { picturePath } from '../staff/picture-path.ts';
import { Portraits } from '../staff/portraits.ts';
import type { StaffAccounts } from '../staff/staff-accounts.ts';
import { openPublication } from '../translation/open-publication.ts';
import { PublishingKeeper } from '../translation/publishing.ts';
import { readinessOf } from '../../core/site/duty.ts';
import { makeCodeGate } from './code-gate.ts';
import { CurrentVisit } from './current-visit.ts';
import { keepHouse } from './house-keeping.ts';
import { openDescription, siteDay } from './kiosk-description.ts';
import { keepNumbers } from '../numbers/keep-numbers.ts';
import { lettersIn } from './letters.ts';

/** The made-up person on duty in a demo home. */
export const DEMO_DUTY_PERSON = 'Naja';

/** What a kiosk is opened with. */
export interface KioskOptions {
  readonly home: string;
  /** Copied into the home at first. */
  readonly programContent: ProgramContent;
  readonly appVersion: string;
  readonly oldRuntime: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly uptime: Uptime;
  /** Simulations pass a lower bar for stretching codes; the program never does. */
  readonly draftKeyPolicy?: DraftKeyPolicy;
  /** The machine's own; simulations have none. */
  readonly keyStore?: KeyStore;
}

/** An enrolled kiosk, ready for people. */
export interface Kiosk {
  readonly home: Home;
  readonly custody: Custody;
  readonly visit: CurrentVisit;
  /** What new visits begin with. */
  readonly contents: ContentInUse;
  /** Where the house publishes its own texts. */
  readonly publishing: PublishingKeeper;
  readonly alerts: KioskAlerts;
  /** Brings sealed intakes to the centre; it begins when the first screen stands. */
  readonly delivery: DeliveryWorker;
  /** Where the day is opened. */
  readonly selfTest: SelfTestDesk;
  /** The people of the house and their PINs. */
  readonly accounts: StaffAccounts;
  readonly portraits: Portraits;
  readonly site: CentreSite;
  readonly centreId: string;
  readonly describe: () => KioskDescription;
  /**
   * Finds out what the first screen needs not wait for, and everybody who answers must: whether sealing works, and
   * whether the home's copy of the content is whole. A kiosk that fails has closed its home.
   */
  readonly check: () => Promise<Result<null, KioskProblem>>;
}

/** Why a kiosk offers nothing: a kind for whoever looks at it, never a path or a content. */
export interface KioskProblem {
  readonly kind: string;
}

/** Opens a home for people. Anything that is not in order closes the kiosk rather than risk an answer. */
export async function openKiosk(options: KioskOptions): Promise<Result<Kiosk, KioskProblem>> {
  const { clock, random, draftKeyPolicy, keyStore = null } = options;
  const secret = await openDeviceSecret(options.home, keyStore);
  if (!secret.ok) return fail({ kind: secret.error.kind === 'missing' ? 'notEnrolled' : secret.error.kind });
  const policy = draftKeyPolicy === undefined ? {} : { draftKeyPolicy };
  const home = await openHome({ directory: options.home, deviceSecret: secret.value, random, clock, ...policy });
  if (!home.ok) return home;
  const { custody, state } = home.value;
  if (custody === null) return closed(home.value, 'notEnrolled');
  const { isDemo, acceptsReducedProtection } = state.content.settings;
  // A secret that lies open beside what it protects is for demo homes only.
  const isAccepted = isDemo || (acceptsReducedProtection && secret.value.backend !== 'file');
  if (secret.value.reducedProtection && !isAccepted) return closed(home.value, 'reducedProtection');
  // Before the centre has opened a canary, nobody knows whether it could open a person's intake.
  if (!isDemo && !custody.enrolment.isConfirmed) return closed(home.value, 'notConfirmed');
  const centre = pinnedCentre(custody);
  if (!centre.ok) return closed(home.value, centre.error.kind);
  // What cannot be removed now is tried again in an hour.
  const mirror = new Mirror({
    outbox: custody.outbox,
    home: home.value.layout.home,
    folder: () => state.content.settings.mirrorFolder,
    tell: (event) => home.value.audit.record({ event }),
  });
  const delivery = openDelivery(options, home.value, { custody, centre: centre.value });
  const stopKeeping = keepHouse(options.uptime, () => {
    const forgotten = custody.drafts.forgetOld();
    if (forgotten.ok) home.value.audit.record(...expiredEvents(forgotten.value));
    custody.numbers.keep();
    void home.value.keepRoom();
    void letGo(custody, mirror);
  });
  const stopKeepingNumbers = keepNumbers(custody.numbers, options.uptime);
  const alerts = openAlerts({ home: home.value, centre: centre.value }, { clock, uptime: options.uptime });
  const close = async (kind?: string): Promise<void> => {
    stopKeeping();
    stopKeepingNumbers();
    alerts.close();
    // Before the home, whose state it writes.
    await delivery.stop();
    await home.value.close(kind);
  };
  const closing = { ...home.value, close };
  const contents = openContents(options, closing);
  if (!contents.ok) return closed(closing, contents.error.kind);
  const opened = { home: closing, custody, centre: centre.value, mirror, delivery, contents: contents.value };
  const visit = openVisit(options, opened, alerts);
  const { reducedProtection } = secret.value;
  const describe = (): KioskDescription => ({
    ...openDescription(options, home.value, centre.value),
    dialects: visit.content.dialects,
    reducedProtection,
    dutyPicture: dutyPicture(),
  });
  const check = (): ReturnType<Kiosk['check']> => checkOpened(opened, { ...options, alerts });
  const selfTest = new SelfTestDesk({
    ...{ home: home.value, outbox: custody.outbox, alerts, mirror, delivery, clock, uptime: options.uptime },
    content: () => visit.content,
    destinations: () => destinationsOf(state.content),
    today: () => siteDay(centre.value, clock),
  });
  const accounts = openStaff({
    home: opened.home,
    custody,
    deviceSecret: secret.value,
    random,
    uptime: options.uptime,
  });
  const portraits = new Portraits(home.value.layout.people);
  const dutyPicture = (): string | null => {
    const name = state.content.settings.dutyPersonName;
    const person = accounts.people.find((each) => each.name === name);
    return person !== undefined && portraits.hasPicture(person.id) ? picturePath(person.id) : null;
  };
  const { site, centreId } = centre.value;
  const publishing = new PublishingKeeper({ ...options, home: opened.home, contents: contents.value });
  const parts = { home: opened.home, custody, visit, alerts, delivery, selfTest, accounts, portraits };
  return ok({ ...parts, contents: contents.value, publishing, site, centreId, describe, check });
}

async function closed(home: Home, kind: string): Promise<Result<never, KioskProblem>> {
  await home.close(kind);
  return fail({ kind });
}

async function checkOpened(
  { home, custody, centre, mirror, delivery, contents }: Opened,
  { oldRuntime, alerts }: Pick<KioskOptions, 'oldRuntime'> & { readonly alerts: KioskAlerts },
): Promise<Result<null, KioskProblem>> {
  // What Send needs is loaded by now, and a mistyped recipient must not be found out at Send.
  await loadSealing();
  if (!(await canSealTo(centre.recipients))) return closed(home, 'badRecipients');
  const content = checkContents(home, contents);
  if (!content.ok) return closed(home, content.error.kind);
  home.audit.record(
    { event: 'kioskReady' },
    ...(oldRuntime ? [{ event: 'runtimeOld' } as const] : []),
    ...(alerts.isWritten ? [] : [{ event: 'alertsNotWritten' } as const]),
  );
  void home.keepRoom();
  void letGo(custody, mirror);
  delivery.wake();
  return content;
}

/** Checks that what visits begin with is whole. Where it is the house's own and is not, the program's takes its place. */
function checkContents({ layout, audit }: Home, contents: ContentInUse): ReturnType<typeof checkInstalled> {
  const { program, present } = contents;
  const checked = checkInstalled(layout.content, present.id);
  if (checked.ok || present === program) return checked;
  audit.record({ event: 'publicationDamaged' });
  contents.take(program);
  return checkInstalled(layout.content, program.id);
}

/** Lets go of what the centre signed for long enough ago, here and then on the second medium. What fails waits. */
async function letGo({ receipts }: Custody, mirror: Mirror): Promise<void> {
  await receipts.purge();
  await mirror.catchUp();
}

/** The centre's card, trusted only through the root key that was pinned at enrolment. */
function pinnedCentre({ enrolment }: Custody): Result<CentreCard, KioskProblem> {
  const root = parsePublicKeyLine(enrolment.rootPublicKey);
  if (root === null) return fail({ kind: 'badRootKey' });
  return readSignedCentreCard(root, Buffer.from(enrolment.centreCard, 'utf8'), enrolment.centreCardSignature);
}

interface Opened {
  readonly home: Home;
  readonly custody: Custody;
  readonly centre: CentreCard;
  readonly mirror: Mirror;
  readonly delivery: DeliveryWorker;
  readonly contents: ContentInUse;
}

/** What goes to the centre by itself, where the site has set destinations. */
function openDelivery(
  { clock, random, uptime }: KioskOptions,
  { state, audit }: Home,
  { custody, centre }: Pick<Opened, 'custody' | 'centre'>,
): DeliveryWorker {
  return new DeliveryWorker({
    ...{ outbox: custody.outbox, receipts: custody.receipts, audit, clock, uptime, random },
    destinations: () => destinationsOf(state.content),
    workingDays: () => ({
      openingHours: state.content.settings.openingHours,
      timeZone: centre.site.timeZone,
    }),
  });
}

/** Opens the program's content, and over it what the house has published. */
function openContents({ programContent, appVersion }: KioskOptions, home: Home): Result<ContentInUse, KioskProblem> {
  const { content: folder } = home.layout;
  const program = openProgramContent(programContent, folder, () => home.audit.record({ event: 'contentInstalled' }));
  if (!program.ok) return program;
  const published = openPublication({ home, programId: program.value.id, appVersion });
  return ok(new ContentInUse(folder, program.value, published));
}

function openVisit(
  options: KioskOptions,
  { home, custody, centre, mirror, delivery, contents }: Opened,
  alerts: KioskAlerts,
): CurrentVisit {
  const { clock, random, uptime, appVersion } = options;
  const record: RecordEvents = home.audit.record;
  const { outbox, drafts, enrolment } = custody;
  const site = siteSchema.strip().parse(centre.site);
  // Asked for each visit: a kiosk runs for weeks, and a licence may run out meanwhile.
  const today = (): string => siteDay(centre, clock);
  const sealing = {
    clock,
    kioskId: enrolment.kioskId,
    signingKey: signingKeyOf(enrolment),
    centre,
    site,
    bootCounter: home.state.content.bootCounter,
    appVersion,
    outbox,
    random,
    takeBackKey: (code: PictureCode) => drafts.takeBackKey(code),
    toldCalls: alerts.toldCalls,
    offers: () => home.state.content.settings.offers,
  };
  const visit: CurrentVisit = new CurrentVisit({
    clock,
    random,
    site,
    drafts: auditedDrafts(drafts, record),
    codeGate: makeCodeGate(new WrongTries(home.layout.state, 'codes', home.fs), uptime, record),
    get content() {
      return contentOn(contents.present, today());
    },
    contentOf: (id) => {
      const content = contents.of(id);
      return content === null ? null : contentOn(content, today());
    },
    isReady: () => readinessOf(home.state.content.settings, { today: today(), hasRoom: true }) === 'ready',
    hasRoom: () => home.hasRoom(),
    alerts: { raiseDanger: () => alerts.desk.raise('danger'), show: () => alerts.desk.show() },
    isSealed: (intakeId) => outbox.sealed(intakeId) !== null,
    count: custody.numbers.count,
    letters: auditedLetters(lettersIn(outbox, { kioskId: enrolment.kioskId, timeZone: site.timeZone }), record),
    seal: async (visit, version, wishes) => {
      const { sealIntake } = await loadSealing();
      const sealed = await sealIntake(visit, version, { ...sealing, ...wishes });
      if (sealed.ok) record({ event: 'intakeSealed', seq: sealed.value.slip.seq });
      void mirror.catchUp();
      delivery.wake();
      return sealed;
    },
  });
  contents.listen(() => visit.followContent());
  return visit;
}

/** Composing and sealing is a third of the program, and no first screen waits for it. */
const loadSealing = () => import('./seal-intake.ts');
