import { useCallback, useEffect, useState } from 'react';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../core/basics/language.ts';
import type { TextsTrouble, VoiceView } from '../../../ipc/translation-contract.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { KeptVoices } from './kept-voices.tsx';
import { SpeakerForm } from './speaker-form.tsx';
import { VoiceBooth } from './voice-booth.tsx';

/** People give their voice to the texts, one after the other. */
export function VoiceScreen() {
  const { say } = useDeskWords();
  const [tag, setTag] = useState<LanguageTag>('kl');
  const [view, setView] = useState<VoiceView | null>(null);
  const [trouble, setTrouble] = useState<TextsTrouble['kind'] | null>(null);
  /** Who speaks in this sitting, and has consented. */
  const [speaker, setSpeaker] = useState<string | null>(null);
  const again = useCallback(() => {
    translations['translation.voice']({ tag }).then(
      (told) => {
        setTrouble(told.ok ? null : told.error.kind);
        setView(told.ok ? told.value : null);
      },
      // The window of somebody who was signed out is about to close.
      () => undefined,
    );
  }, [tag]);
  useEffect(again, [again]);
  return (
    <section className="desk-form desk-wide">
      <h1>{say('desk.translation.voice.title')}</h1>
      <div className="desk-row">
        <select
          aria-label={say('desk.translation.exchange.language')}
          value={tag}
          onChange={({ currentTarget }) => {
            setView(null);
            setTag(LANGUAGE_TAGS.find((each) => each === currentTarget.value) ?? 'kl');
          }}
        >
          {LANGUAGE_TAGS.map((each) => (
            <option key={each} value={each}>
              {say(`desk.translation.tag.${each}`)}
            </option>
          ))}
        </select>
        {view !== null && (
          <p data-left={view.queue.length}>{say('desk.translation.voice.left', { count: view.queue.length })}</p>
        )}
      </div>
      {trouble !== null && (
        <p className="desk-outcome" role="alert" data-trouble>
          {say(`desk.translation.trouble.${trouble}`)}
        </p>
      )}
      {speaker === null ? (
        <SpeakerForm onConsent={setSpeaker} />
      ) : (
        view !== null && (
          <VoiceBooth key={tag} {...{ tag, speaker, view }} onKept={setView} onLeave={() => setSpeaker(null)} />
        )
      )}
      {view !== null && <KeptVoices {...{ tag, view, again }} onChanged={setView} />}
    </section>
  );
}
