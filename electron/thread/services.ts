import type { Result } from '../../core/basics/result.ts';
import type { Channel } from '../../ipc/contract.ts';
import type { PaperProblem } from '../../ipc/paper-problem.ts';
import type { Sound } from '../speech/speech-desk.ts';
import type { CommandVerb } from '../commands/run-command.ts';
import type { KeyStoreBackend } from '../store/key-store.ts';

/** What a home makes of its window. */
export interface WindowKind {
  /** The production kiosk fills the screen and cannot be left; a demo home opens an ordinary window. */
  readonly fillsScreen: boolean;
  /** Demo homes have a few channels more. */
  readonly isDemo: boolean;
}

/** Something that whoever started the program may know: event codes only, never anything of a person. */
export interface Said {
  readonly event: string;
  readonly reason?: string;
}

/** What the kiosk's thread does for the thread of the windows. */
export interface KioskService {
  /** Answers a message that was let in; an error is the refusal, in words that quote nothing. */
  readonly answer: (channel: Channel, payload: unknown) => Promise<Result<unknown, string>>;
  /** Every pictogram as a symbol of one SVG element. */
  readonly pictogramSheet: () => string;
  /** A sound that was just made, by its token; see SpeechDesk. */
  readonly sound: (token: string) => Sound | null;
  /** The picture of somebody of the house, as a JPEG. */
  readonly picture: (person: number) => Promise<Uint8Array | null>;
  /** Somebody closed the staff's window by what the system has around it. */
  readonly deskClosed: () => void;
  /** Somebody closed the window of the texts in the same way. */
  readonly translationsClosed: () => void;
  /** Bytes of the thread's heap, after what could be let go was, where the runtime is told to let tests do that. */
  readonly usedHeap: () => number;
  /** Ends what is open: the program is about to. */
  readonly close: () => Promise<void>;
}

/** The machine's key store, which Electron alone can speak to. */
export interface KeyStoreService {
  readonly keyStoreBackend: () => Promise<KeyStoreBackend | null>;
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  readonly decrypt: (encrypted: Uint8Array) => Promise<string | null>;
}

/** What the thread of the windows does for the kiosk's: all that needs Electron. */
export interface WindowService extends KeyStoreService {
  readonly show: (kind: WindowKind) => Promise<void>;
  readonly renew: (kind: WindowKind | null) => Promise<void>;
  readonly tellChanged: () => void;
  readonly openDesk: () => Promise<void>;
  readonly closeDesk: () => Promise<void>;
  readonly openTranslations: () => Promise<void>;
  readonly closeTranslations: () => Promise<void>;
  /** Lets the window of the texts hear the microphone, or no longer. */
  readonly setMicrophone: (isOpen: boolean) => Promise<void>;
  /** Lets the staff's window, and that of the texts, step aside, and come back. */
  readonly setDeskShown: (isShown: boolean) => Promise<void>;
  /** `printerName` is null for the printer that the system prints on. */
  readonly canPrint: (printerName: string | null) => Promise<boolean>;
  readonly print: (html: string, printerName: string | null) => Promise<Result<null, PaperProblem>>;
  readonly say: (line: Said) => void;
  /** Ends the program, which is itself damaged. */
  readonly giveUp: () => void;
}

/** What the kiosk's thread is started with. */
export interface KioskStart {
  readonly home: string;
  /** The content that the build copied. */
  readonly contentFolder: string;
  /** The clips that the build made. */
  readonly clipFolder: string;
  readonly appVersion: string;
  readonly oldRuntime: boolean;
  readonly timeFactor: number;
}

/** What the thread is started with where the program does one thing to a home, without a window. */
export interface CommandStart {
  readonly command: CommandVerb;
  /** What stands behind the verb. */
  readonly args: readonly string[];
  readonly appVersion: string;
}

/** What the thread does then. */
export interface CommandService {
  /** Does it, and returns the exit code. */
  readonly run: () => Promise<number>;
}

/** What the program's first thread does for it. */
export interface CommandWindowService extends KeyStoreService {
  /** Prints a line; what is said to a command tells nothing of a person. */
  readonly tell: (line: string, isTrouble: boolean) => void;
}
