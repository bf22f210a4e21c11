import './problem-line.css';

/** Says gently what is in the way. The region stands there always, so that a screen reader notices its change. */
export function ProblemLine({ text }: { readonly text: string | null }) {
  return (
    <div className="problem-region" role="alert">
      {text !== null && <p className="problem-line appears">{text}</p>}
    </div>
  );
}
