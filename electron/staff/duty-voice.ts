import { languageOf } from '../../core/basics/language.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import { text } from '../../core/translation/catalogue.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { SpeechSources } from '../speech/speech-desk.ts';
import type { State } from '../store/state.ts';
import type { Portraits } from './portraits.ts';
import type { StaffAccounts } from './staff-accounts.ts';

/** What the voice of who is on duty is found by. */
export interface DutyVoiceOptions {
  readonly portraits: Pick<Portraits, 'voices' | 'voice'>;
  readonly accounts: Pick<StaffAccounts, 'people'>;
  readonly state: Pick<State, 'content'>;
  readonly content: () => Pick<ContentVersion, 'catalogue'>;
}

/**
 * Finds the voice in which who is on duty says that they are there today. It stands for exactly those words with exactly
 * that name, as every clip does.
 */
export function dutyVoice({ portraits, accounts, state, content }: DutyVoiceOptions): SpeechSources['recording'] {
  return (tag, hash) => {
    const { dutyPersonName: name } = state.content.settings;
    const language = languageOf(tag);
    const person = accounts.people.find((each) => each.name === name);
    if (person === undefined || !portraits.voices(person.id).includes(language)) return null;
    const said = text(content().catalogue[tag], 'kiosk.greeting.duty', { name: person.name });
    return clipHash(said, nodeHasher) === hash ? portraits.voice(person.id, language) : null;
  };
}
