import './open-door.css';

/** An open door with daylight behind it: the product's sign on the first screen. It says nothing aloud. */
export function OpenDoor() {
  return (
    <svg className="open-door" viewBox="0 0 400 300" aria-hidden="true">
      <path className="door-floor" d="M28 262h344" />
      <path className="door-light-on-floor" d="M148 262h104l62 34H70z" />
      <path className="door-daylight" d="M148 262V64q0-18 18-18h68q18 0 18 18v198z" />
      <path className="door-hill" d="M148 196c18-20 30-32 42-32 16 0 22 22 34 22 10 0 18-8 28-16v92H148z" />
      <circle className="door-sun" cx="216" cy="112" r="17" />
      <path className="door-frame" d="M148 262V64q0-18 18-18h68q18 0 18 18v198" />
      <path className="door-leaf" d="M252 62l62-24q12-4 12 9v232q0 12-11 7l-63-24z" />
      <path className="door-handle" d="M270 160v20" />
    </svg>
  );
}
