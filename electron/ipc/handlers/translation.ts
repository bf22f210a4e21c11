import type { StaffPerson } from '../../../core/staff/person.ts';
import { TRANSLATION_NEEDS, type TranslationChannel } from '../../../ipc/translation-channels.ts';
import type { TranslationReplies, TranslationView } from '../../../ipc/translation-contract.ts';
import type { DeskDoor } from '../../staff/desk-door.ts';
import type { ExchangeKeeper } from '../../translation/exchange-keeper.ts';
import type { VoiceKeeper } from '../../translation/voice-keeper.ts';
import type { PublishingKeeper } from '../../translation/publishing.ts';
import type { InstrumentsKeeper } from '../../translation/instruments-keeper.ts';
import type { PackagesKeeper } from '../../translation/packages-keeper.ts';
import type { TextsKeeper } from '../../translation/texts-keeper.ts';
import { NotAdmitted, type Handlers } from '../serve.ts';

/** What the window of the texts works on. */
export interface TranslationDesk {
  readonly door: DeskDoor;
  readonly texts: TextsKeeper;
  readonly exchange: ExchangeKeeper;
  readonly publishing: PublishingKeeper;
  /** What the kiosk's screens are shown from. */
  readonly preview: () => TranslationReplies['translation.preview'];
  readonly voice: VoiceKeeper;
  readonly packages: PackagesKeeper;
  readonly instruments: InstrumentsKeeper;
  /** What the window shows of the house, whoever is there. */
  readonly house: () => Omit<TranslationView, 'signedIn'>;
}

/**
 * The handlers of the window of the texts. Each asks the door first, at the moment of the request, as those of the staff's
 * window do.
 */
export function translationHandlers(desk: TranslationDesk): Handlers<TranslationChannel> {
  const guarded = Object.entries(openHandlers(desk)).map(([name, handle]) => {
    // The object that is walked has no other names.
    const needed = TRANSLATION_NEEDS[name as TranslationChannel];
    const guard = (request: never): unknown => {
      if (!desk.door.admitsToTexts(needed)) throw new NotAdmitted();
      return handle(request);
    };
    return [name, guard];
  });
  return Object.fromEntries(guarded) as Handlers<TranslationChannel>;
}

function openHandlers(desk: TranslationDesk): Handlers<TranslationChannel> {
  const { door, texts, exchange, voice, preview, publishing, packages, instruments, house } = desk;
  return {
    'translation.show': () => ({ ...house(), signedIn: signedIn(desk) }),
    'translation.seen': () => {
      door.seen();
      return null;
    },
    'translation.close': () => {
      door.closeTexts();
      return null;
    },
    'translation.texts': () => texts.rows(),
    'translation.cells': ({ key }) => texts.cells(key),
    'translation.text': (place) => texts.show(place),
    'translation.word': (words) => texts.word(words, signedIn(desk)),
    'translation.preview': () => preview(),
    'translation.publishing': () => publishing.show(),
    'translation.publish': () => publishing.publish(signedIn(desk)),
    'translation.rollBack': () => publishing.rollBack(signedIn(desk)),
    'translation.takeUp': ({ number }) => publishing.takeUp(number, signedIn(desk)),
    'translation.export': ({ tag, format }) => exchange.export(tag, format),
    'translation.import': ({ file, by }) => exchange.import({ file: Buffer.from(file, 'base64'), by }, signedIn(desk)),
    'translation.settle': (settled) => exchange.settle(settled),
    'translation.voice': ({ tag }) => voice.show(tag),
    'translation.microphone': ({ isWanted }) => voice.setMicrophone(isWanted),
    'translation.keepRecording': (said) =>
      voice.keep({ ...said, opus: Buffer.from(said.opus, 'base64') }, signedIn(desk)),
    'translation.playRecording': ({ tag, hash }) => voice.play(tag, hash),
    'translation.removeRecording': ({ tag, hash }) => voice.remove(tag, hash, signedIn(desk)),
    'translation.forgetSpeaker': ({ speaker }) => voice.forgetSpeaker(speaker, signedIn(desk)),
    'translation.judge': (judged) => texts.judge(judged, signedIn(desk)),
    'translation.packages': () => packages.show(),
    'translation.exportPackage': (wanted) => packages.export(wanted, signedIn(desk)),
    'translation.readPackage': (file) => packages.read(file),
    'translation.importPackage': (request) => packages.import(request, signedIn(desk)),
    'translation.forgetSource': (source) => packages.forget(source, signedIn(desk)),
    'translation.instruments': () => instruments.show(),
    'translation.loadInstrument': (request) => instruments.load(request, signedIn(desk)),
    'translation.setCutOffs': (request) => instruments.setCutOffs(request, signedIn(desk)),
    'translation.removeInstrument': (place) => instruments.remove(place, signedIn(desk)),
  };
}

/** The door has just let this person in. */
function signedIn({ door }: TranslationDesk): StaffPerson {
  const { person } = door;
  if (person === null) throw new NotAdmitted();
  return person;
}
