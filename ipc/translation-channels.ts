import type { TranslationNeed } from '../core/staff/person.ts';

/**
 * The channels of the window in which the house looks after its texts, and who may use each: whoever judges texts, or
 * administrators. Apart from the schemas in translation-contract.ts, so that the preload can be built from the names
 * alone.
 */
export const TRANSLATION_NEEDS = {
  'translation.show': 'reviewer',
  'translation.seen': 'reviewer',
  'translation.close': 'reviewer',
  'translation.texts': 'reviewer',
  'translation.cells': 'reviewer',
  'translation.text': 'reviewer',
  'translation.word': 'reviewer',
  'translation.judge': 'reviewer',
  'translation.preview': 'reviewer',
  'translation.voice': 'reviewer',
  'translation.microphone': 'reviewer',
  'translation.keepRecording': 'reviewer',
  'translation.playRecording': 'reviewer',
  'translation.removeRecording': 'reviewer',
  'translation.forgetSpeaker': 'reviewer',
  'translation.publishing': 'administrator',
  'translation.publish': 'administrator',
  'translation.rollBack': 'administrator',
  'translation.takeUp': 'administrator',
  'translation.export': 'reviewer',
  'translation.import': 'reviewer',
  'translation.settle': 'reviewer',
  'translation.packages': 'administrator',
  'translation.exportPackage': 'administrator',
  'translation.readPackage': 'administrator',
  'translation.importPackage': 'administrator',
  'translation.forgetSource': 'administrator',
  'translation.instruments': 'administrator',
  'translation.loadInstrument': 'administrator',
  'translation.setCutOffs': 'administrator',
  'translation.removeInstrument': 'administrator',
} as const satisfies Readonly<Record<string, TranslationNeed>>;

export type TranslationChannel = keyof typeof TRANSLATION_NEEDS;

export const TRANSLATION_CHANNELS = Object.keys(TRANSLATION_NEEDS) as readonly TranslationChannel[];
