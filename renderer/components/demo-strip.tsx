import './demo-strip.css';

interface DemoStripProps {
  readonly mark: string;
  /** What is not as in a real house. */
  readonly facts: readonly string[];
  /** Whether anybody is on duty, and the button that turns it round. */
  readonly duty: { readonly label: string; readonly isOn: boolean; readonly onPress: () => void };
  /** Tries how the house is called. */
  readonly testCall: { readonly label: string; readonly onPress: () => void };
  readonly deliver: { readonly label: string; readonly onPress: () => void };
  /** What came of delivering. */
  readonly outcome: string | null;
}

/** Says that this is a house for practice. Thin, at the very edge, and for staff. */
export function DemoStrip({ mark, facts, duty, testCall, deliver, outcome }: DemoStripProps) {
  return (
    <aside className="demo-strip" aria-label={mark} data-not-for-people>
      <strong>{mark}</strong>
      <span className="demo-facts">{facts.join(' · ')}</span>
      <span role="status">{outcome}</span>
      <button type="button" data-does="duty" aria-pressed={duty.isOn} onClick={duty.onPress}>
        {duty.label}
      </button>
      <button type="button" data-does="test-call" onClick={testCall.onPress}>
        {testCall.label}
      </button>
      <button type="button" data-does="deliver" onClick={deliver.onPress}>
        {deliver.label}
      </button>
    </aside>
  );
}
