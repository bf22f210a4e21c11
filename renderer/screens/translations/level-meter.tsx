import type { Level } from '../../../core/speech/voice-take.ts';
import { useDeskWords } from '../staff/desk-context.ts';

/** What is quieter is not told apart. */
const FLOOR = -60;
/** Between these a voice is well heard. */
const GOOD_FROM = -40;
const TOO_LOUD_FROM = -3;

type Heard = 'quiet' | 'good' | 'loud';

/** How loud it is while somebody speaks, as a bar and in words. */
export function LevelMeter({ level }: { readonly level: Level }) {
  const { say } = useDeskWords();
  const shown = Math.round(Math.max(FLOOR, level.rms));
  const heard = heardAs(level);
  return (
    <div className="voice-level">
      <div
        role="meter"
        className="voice-meter"
        data-heard={heard}
        aria-label={say('desk.translation.voice.level')}
        aria-valuemin={FLOOR}
        aria-valuemax={0}
        aria-valuenow={shown}
        aria-valuetext={say(`desk.translation.voice.level.${heard}`)}
      >
        <svg viewBox={`0 0 ${-FLOOR} 1`} preserveAspectRatio="none" aria-hidden>
          <rect width={shown - FLOOR} height={1} />
        </svg>
      </div>
      <span aria-hidden>{say(`desk.translation.voice.level.${heard}`)}</span>
    </div>
  );
}

function heardAs({ rms, peak }: Level): Heard {
  if (peak > TOO_LOUD_FROM) return 'loud';
  return rms < GOOD_FROM ? 'quiet' : 'good';
}
