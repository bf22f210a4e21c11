import type { SafetyTip } from '../../../core/pack/safety.ts';
import { Pictogram } from '../../components/pictogram.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import './safety-tips.css';

const PICTOGRAMS: Readonly<Record<SafetyTip, string>> = {
  doNotStopSuddenly: 'doctor',
  doNotUseAlone: 'friend-beside',
  naloxone: 'medicine',
};

/** Plain advice that goes with an answer. */
export function SafetyTips({ tips }: { readonly tips: readonly SafetyTip[] }) {
  const { words } = useCitizen();
  if (tips.length === 0) return null;
  return (
    <section className="safety-tips" aria-labelledby="safety-tips-title">
      <h2 id="safety-tips-title" className="section-title">
        <TwoLines lines={words.lines('safety.tip.title', 'privacy')} />
      </h2>
      {tips.map((tip) => (
        <p key={tip} className="safety-tip" data-tip={tip}>
          <Pictogram name={PICTOGRAMS[tip]} />
          <span>
            <TwoLines lines={words.lines(`safety.tip.${tip}`, 'privacy')} />
          </span>
        </p>
      ))}
    </section>
  );
}
