import { useCallback, useEffect, useRef, useState } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { takeOf, type Level, type TakeProblem } from '../../../core/speech/voice-take.ts';
import type { VoiceView } from '../../../ipc/translation-contract.ts';
import { base64Of } from '../../base64.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct } from '../staff/use-act.ts';
import { encodeVoice } from './encode-voice.ts';
import { LevelMeter } from './level-meter.tsx';
import { beginRecording, type Recorder } from './microphone.ts';
import { placeText } from './text-table.tsx';
import { useTranslations } from './translations-context.ts';
import { usePlayer } from './use-player.ts';

interface VoiceBoothProps {
  readonly tag: LanguageTag;
  readonly speaker: string;
  readonly view: VoiceView;
  readonly onKept: (view: VoiceView) => void;
  /** Somebody else speaks, or nobody. */
  readonly onLeave: () => void;
}

type Sitting =
  | { readonly kind: 'waiting'; readonly trouble: TakeProblem['kind'] | 'noMicrophone' | 'notEncoded' | null }
  | { readonly kind: 'busy' }
  | { readonly kind: 'recording'; readonly level: Level }
  | { readonly kind: 'taken'; readonly opus: Uint8Array<ArrayBuffer> };

const SILENCE: Level = { rms: -Infinity, peak: -Infinity };

/** One text at a time: say it, listen, keep it or say it again. */
export function VoiceBooth({ tag, speaker, view, onKept, onLeave }: VoiceBoothProps) {
  const { say } = useDeskWords();
  const { language } = useTranslations();
  const [passed, setPassed] = useState<readonly string[]>([]);
  const { queue } = view;
  const text = queue.find(({ key }) => !passed.includes(key));
  const { sitting, record, stop, clear } = useSitting();
  const { act, isBusy, outcome, clear: clearOutcome } = useAct();
  const { play } = usePlayer();
  const recordButton = useRef<HTMLButtonElement>(null);
  const listenButton = useRef<HTMLButtonElement>(null);
  const isTaken = sitting.kind === 'taken';
  useEffect(() => {
    // Whoever has spoken listens next, and whoever has kept it speaks next.
    (isTaken ? listenButton : recordButton).current?.focus();
  }, [isTaken, text?.key]);
  if (text === undefined)
    return (
      <div className="desk-card">
        <p data-done>
          {say(queue.length === 0 ? 'desk.translation.voice.allSaid' : 'desk.translation.voice.allPassed')}
        </p>
        <OutcomeLine outcome={outcome} />
        {queue.length > 0 && (
          <button type="button" onClick={() => setPassed([])}>
            {say('desk.translation.voice.fromStart')}
          </button>
        )}
      </div>
    );
  const keep = (opus: Uint8Array<ArrayBuffer>): void =>
    void act(
      async () => {
        const said = { tag, key: text.key, text: text.text, speaker, language };
        return translations['translation.keepRecording']({ ...said, opus: await base64Of(new Blob([opus])) });
      },
      {
        done: (next) => {
          clear();
          onKept(next);
          return say('desk.translation.voice.kept');
        },
        failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.translation.voice.trouble.${error.kind}`),
      },
    );
  const pass = (): void => {
    clear();
    clearOutcome();
    setPassed([...passed, text.key]);
  };
  return (
    <div className="desk-card voice-booth" data-sitting={sitting.kind}>
      <p className="desk-row voice-whose">
        <span>{say('desk.translation.voice.speaks', { name: speaker })}</span>
        <button type="button" data-does="someoneElse" onClick={onLeave}>
          {say('desk.translation.voice.someoneElse')}
        </button>
      </p>
      <p className="voice-place">
        <strong>{say(`desk.translation.tag.${tag}`)}</strong> · {placeText(text.key, say)} ·{' '}
        {say(`desk.translation.mark.${text.status}`)}
        {text.isGuarded && ` · ${say('desk.translation.voice.needed')}`}
      </p>
      <p className="voice-words" lang={tag}>
        {text.text}
      </p>
      {sitting.kind === 'recording' ? (
        <LevelMeter level={sitting.level} />
      ) : (
        <p className="desk-quiet">
          {say(isTaken ? 'desk.translation.voice.listenFirst' : 'desk.translation.voice.how')}
        </p>
      )}
      <p className="desk-outcome" role="status" data-trouble>
        {sitting.kind === 'waiting' && sitting.trouble !== null
          ? say(`desk.translation.voice.trouble.${sitting.trouble}`)
          : null}
      </p>
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        {isTaken && (
          <>
            <button ref={listenButton} type="button" data-does="listen" onClick={() => void play(sitting.opus)}>
              {say('desk.translation.edit.listen')}
            </button>
            <button
              type="button"
              className="desk-primary"
              data-does="keep"
              aria-disabled={isBusy}
              onClick={() => keep(sitting.opus)}
            >
              {say('desk.translation.voice.keep')}
            </button>
          </>
        )}
        <button
          ref={recordButton}
          type="button"
          className={isTaken ? undefined : 'desk-primary'}
          data-does="record"
          aria-disabled={sitting.kind === 'busy'}
          onClick={() => {
            clearOutcome();
            if (sitting.kind === 'recording') stop();
            else if (sitting.kind !== 'busy') record();
          }}
        >
          {say(recordLabel(sitting))}
        </button>
        <button type="button" data-does="pass" aria-disabled={sitting.kind === 'recording'} onClick={pass}>
          {say('desk.translation.voice.pass')}
        </button>
      </div>
    </div>
  );
}

function recordLabel({ kind }: Sitting): string {
  if (kind === 'recording') return 'desk.translation.voice.stop';
  return kind === 'taken' ? 'desk.translation.voice.redo' : 'desk.translation.voice.record';
}

/** One take at a time. What is being recorded ends with the screen. */
function useSitting() {
  const [sitting, setSitting] = useState<Sitting>({ kind: 'waiting', trouble: null });
  const recorder = useRef<Recorder | null>(null);
  const stop = useCallback((): void => {
    const { current } = recorder;
    recorder.current = null;
    if (current === null) return;
    setSitting({ kind: 'busy' });
    current
      .stop()
      .then(async (recorded): Promise<Sitting> => {
        const take = takeOf(recorded);
        return take.ok
          ? { kind: 'taken', opus: await encodeVoice(take.value.samples) }
          : { kind: 'waiting', trouble: take.error.kind };
      })
      .then(setSitting, () => setSitting({ kind: 'waiting', trouble: 'notEncoded' }));
  }, []);
  useEffect(() => {
    // A call hides the window: nobody in the room is recorded who does not see that they are.
    const heed = (): void => {
      if (document.hidden) stop();
    };
    document.addEventListener('visibilitychange', heed);
    return () => document.removeEventListener('visibilitychange', heed);
  }, [stop]);
  const record = (): void => {
    setSitting({ kind: 'busy' });
    const onLevel = (level: Level): void => {
      if (recorder.current !== null) setSitting({ kind: 'recording', level });
    };
    beginRecording(onLevel, stop).then(
      (begun) => {
        recorder.current = begun;
        setSitting(
          begun === null ? { kind: 'waiting', trouble: 'noMicrophone' } : { kind: 'recording', level: SILENCE },
        );
        if (document.hidden) stop();
      },
      () => setSitting({ kind: 'waiting', trouble: 'noMicrophone' }),
    );
  };
  useEffect(
    () => () => {
      const { current } = recorder;
      recorder.current = null;
      void current?.stop();
    },
    [],
  );
  return { sitting, record, stop, clear: () => setSitting({ kind: 'waiting', trouble: null }) };
}
