import './tick.css';

/** Says "chosen" without colour. */
export function Tick() {
  return (
    <span className="tick" aria-hidden="true">
      <svg viewBox="0 0 30 30">
        <path d="M6 16l6 6L25 8" />
      </svg>
    </span>
  );
}
