import { join } from 'node:path';

/** Where a demo home keeps its device secret. Production keeps none in a file. */
export const DEVICE_SECRET_FILE = 'device-secret';

/** Where a home keeps its device secret as the machine's key store encrypted it. */
export const KEPT_DEVICE_SECRET_FILE = 'device-secret.json';

/** The kiosk's card as the centre has it too: with it anybody can verify what the kiosk signed. */
export const KIOSK_CARD_FILE = 'kiosk.json';

/** The folders of a HOME. Everything the kiosk keeps stands in one of them. */
export const HOME_FOLDERS = [
  ...['outbox', 'drafts', 'state', 'epochs', 'ledger'],
  ...['audit', 'receipts', 'content', 'quarantine'],
] as const;

/** Where things stand in a HOME. */
export interface HomeLayout {
  readonly home: string;
  /** Says which format of HOME this is; written last when a HOME is made, so it also says that the HOME is whole. */
  readonly formatFile: string;
  /** Takes room, to be given up when the disk is full. Made when there is room for it. */
  readonly ballast: string;
  /** Sealed intakes only, as `<seq>.age`. */
  readonly outbox: string;
  readonly drafts: string;
  /** The two generations of the state. */
  readonly state: string;
  readonly epochs: string;
  readonly ledger: string;
  /** The house's list of calls. Made when it is first opened: older homes lack it. */
  readonly alerts: string;
  /** Pictures and voices of the people of the house. Made when there is the first. */
  readonly people: string;
  readonly audit: string;
  readonly receipts: string;
  /** Immutable content versions. */
  readonly content: string;
  /** The texts in work, an edition for each language. Made when somebody first changes one: older homes lack it. */
  readonly translations: string;
  /** Instruments that the house has loaded, to be published with its texts. Made when there is the first. */
  readonly instruments: string;
  /** What was found damaged or unfinished. Nothing is thrown away unseen. */
  readonly quarantine: string;
}

/** Names the parts of a HOME. */
export function homeLayout(home: string): HomeLayout {
  return {
    home,
    formatFile: join(home, 'format.json'),
    ballast: join(home, 'ballast'),
    outbox: join(home, 'outbox'),
    drafts: join(home, 'drafts'),
    state: join(home, 'state'),
    epochs: join(home, 'epochs'),
    ledger: join(home, 'ledger'),
    alerts: join(home, 'alerts'),
    people: join(home, 'people'),
    audit: join(home, 'audit'),
    receipts: join(home, 'receipts'),
    content: join(home, 'content'),
    translations: join(home, 'translations'),
    instruments: join(home, 'instruments'),
    quarantine: join(home, 'quarantine'),
  };
}
