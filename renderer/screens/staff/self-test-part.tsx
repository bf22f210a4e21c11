import { useState } from 'react';
import type { CheckResult, SelfTest } from '../../../core/self-test/self-test.ts';
import type { DeskDay } from '../../../ipc/desk-contract.ts';
import { soundCall } from '../../alert-sound.ts';
import { desk } from '../../desk.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { useAct } from './use-act.ts';

type Heard = 'heard' | 'notHeard';
type Step = 'sound' | 'headset' | 'running' | null;

/** Long enough for both tones once. */
const SOUND_MS = 2_500;

interface SelfTestPartProps {
  readonly day: DeskDay;
  readonly onDay: (day: DeskDay) => void;
}

/** Opening the day: what only a person can hear first, then what the kiosk finds out by itself. */
export function SelfTestPart({ day, onDay }: SelfTestPartProps) {
  const { view } = useDesk();
  const { say } = useDeskWords();
  const [step, setStep] = useState<Step>(null);
  const [sound, setSound] = useState<Heard>('heard');
  const { act, outcome } = useAct();
  const run = (headset: Heard): void => {
    setStep('running');
    void act(async () => ({ ok: true, value: await desk['desk.selfTest']({ sound, headset }) }) as const, {
      done: (next) => {
        onDay(next);
        return null;
      },
      failed: () => say('desk.noAnswer'),
    }).finally(() => setStep(null));
  };
  return (
    <section className="desk-card" data-part="test" data-step={step ?? undefined}>
      <h2>{say('desk.today.test.title')}</h2>
      <p>{say(openedKey(day, view.demo))}</p>
      {step === null && (
        <button
          type="button"
          className={day.isOpened ? undefined : 'desk-primary'}
          data-does="test"
          onClick={() => setStep('sound')}
        >
          {say(day.selfTest === null ? 'desk.today.test.start' : 'desk.today.test.again')}
        </button>
      )}
      {step === 'sound' && (
        <Listening
          which="sound"
          onAnswer={(heard) => {
            setSound(heard);
            setStep('headset');
          }}
        />
      )}
      {step === 'headset' && <Listening which="headset" onAnswer={run} />}
      {step === 'running' && <p role="status">{say('desk.today.test.running')}</p>}
      <OutcomeLine outcome={outcome} />
      {step === null && day.selfTest !== null && <Results test={day.selfTest} />}
    </section>
  );
}

function openedKey({ isOpened }: DeskDay, isDemo: boolean): string {
  if (isOpened) return 'desk.today.test.opened';
  return isDemo ? 'desk.today.test.demo' : 'desk.today.test.notOpened';
}

interface ListeningProps {
  readonly which: 'sound' | 'headset';
  readonly onAnswer: (heard: Heard) => void;
}

function Listening({ which, onAnswer }: ListeningProps) {
  const { language } = useDesk();
  const { say } = useDeskWords();
  const play = (): void => {
    if (which === 'sound') playCall();
    else void playVoice(say('desk.today.test.voice'), language);
  };
  return (
    <div className="desk-listening" data-listening={which}>
      <p>{say(`desk.today.test.${which}`)}</p>
      <div className="desk-row">
        <button type="button" className="desk-primary" data-does="play" onClick={play}>
          {say(which === 'sound' ? 'desk.today.test.playSound' : 'desk.today.test.playVoice')}
        </button>
        <button type="button" data-does="heard" onClick={() => onAnswer('heard')}>
          {say('desk.today.test.heard')}
        </button>
        <button type="button" data-does="not-heard" onClick={() => onAnswer('notHeard')}>
          {say('desk.today.test.notHeard')}
        </button>
      </div>
    </div>
  );
}

/** What cannot sound is not heard, and that is the answer that is asked for. */
function playCall(): void {
  const stop = soundCall(() => undefined);
  setTimeout(stop, SOUND_MS);
}

async function playVoice(text: string, language: 'da' | 'sv'): Promise<void> {
  const sound = await desk['speech.say']({ text, language });
  if (sound.ok) await new Audio(`/speech/${sound.value.token}`).play().catch(() => undefined);
}

function Results({ test }: { readonly test: SelfTest }) {
  const { say } = useDeskWords();
  return (
    <table className="desk-table desk-results">
      <tbody>
        {test.results.map((result) => (
          <tr key={result.check} data-check={result.check} data-outcome={result.outcome}>
            <th scope="row">
              {say(`desk.check.${result.check}`)}
              {result.isNeeded && <span className="desk-quiet">{say('desk.today.test.needed')}</span>}
            </th>
            <td className="desk-verdict">{say(`desk.outcome.${result.outcome}`)}</td>
            <td>{say(findingKey(result), { count: result.count ?? 0 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every check can also come to one of two words that tell nothing. */
function findingKey({ check, finding }: CheckResult): string {
  return finding === 'timedOut' || finding === 'broken'
    ? `desk.finding.${finding}`
    : `desk.finding.${check}.${finding}`;
}
