import { useState } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import type { KeptVoice, VoiceView } from '../../../ipc/translation-contract.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct } from '../staff/use-act.ts';
import { playSound } from './say-aloud.ts';

interface KeptVoicesProps {
  readonly tag: LanguageTag;
  readonly view: VoiceView;
  readonly again: () => void;
  readonly onChanged: (view: VoiceView) => void;
}

/** What was recorded, and whose voices there are. */
export function KeptVoices({ tag, view, again, onChanged }: KeptVoicesProps) {
  const { say } = useDeskWords();
  const { act, isBusy, outcome } = useAct();
  const [asked, setAsked] = useState<string | null>(null);
  const failed = (error: { readonly kind: string } | null): string =>
    say(error === null ? 'desk.noAnswer' : `desk.translation.voice.trouble.${error.kind}`);
  const listen = ({ hash }: KeptVoice): void =>
    void act(() => translations['translation.playRecording']({ tag, hash }), {
      done: ({ token }) => {
        void playSound(token);
        return null;
      },
      failed,
    });
  const remove = ({ hash }: KeptVoice): void =>
    void act(() => translations['translation.removeRecording']({ tag, hash }), {
      done: (next) => {
        onChanged(next);
        return say('desk.translation.voice.removed');
      },
      failed,
    });
  const forget = (speaker: string): void =>
    void act(() => translations['translation.forgetSpeaker']({ speaker }), {
      done: (count) => {
        setAsked(null);
        again();
        return say('desk.translation.voice.forgotten', { count });
      },
      failed,
    });
  return (
    <>
      <OutcomeLine outcome={outcome} />
      {view.damaged > 0 && <p data-due="true">{say('desk.translation.voice.damaged', { count: view.damaged })}</p>}
      {view.speakers.length > 0 && (
        <div className="desk-card">
          <h2>{say('desk.translation.voice.speakers')}</h2>
          <p className="desk-quiet">{say('desk.translation.voice.withdrawal')}</p>
          <ul className="desk-list">
            {view.speakers.map(({ name, count }) => (
              <li key={name} data-speaker={name}>
                <span>{say('desk.translation.voice.speaker', { name, count })}</span>
                {asked === name ? (
                  <span className="desk-row">
                    <button type="button" onClick={() => setAsked(null)}>
                      {say('desk.cancel')}
                    </button>
                    <button
                      type="button"
                      className="desk-danger"
                      data-does="forgetNow"
                      aria-disabled={isBusy}
                      onClick={() => forget(name)}
                    >
                      {say('desk.translation.voice.forgetNow', { count })}
                    </button>
                  </span>
                ) : (
                  <button type="button" data-does="forget" onClick={() => setAsked(name)}>
                    {say('desk.translation.voice.forget')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.voices.length > 0 && (
        <div className="desk-card">
          <h2>{say('desk.translation.voice.recorded')}</h2>
          <ul className="desk-list">
            {view.voices.map((voice) => (
              <li key={voice.hash} data-voice={voice.hash}>
                <span className="voice-said">
                  <span lang={voice.text === null ? undefined : tag}>
                    {voice.text ?? say('desk.translation.voice.oldWords')}
                  </span>
                  <span className="desk-quiet">
                    {say('desk.translation.voice.by', {
                      name: voice.speaker,
                      seconds: Math.ceil(voice.durationMs / 1000),
                    })}
                  </span>
                </span>
                <span className="desk-row">
                  <button type="button" data-does="hear" onClick={() => listen(voice)}>
                    {say('desk.translation.edit.listen')}
                  </button>
                  <button type="button" data-does="remove" aria-disabled={isBusy} onClick={() => remove(voice)}>
                    {say('desk.translation.voice.remove')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
