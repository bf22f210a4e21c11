import './path.css';

export interface PathStop {
  readonly id: string;
  readonly name: string;
  readonly state: 'done' | 'here' | 'ahead';
}

/** The way through the questions as places, without numbers. The place where one is stands under it by name. */
export function Path({ label, stops }: { readonly label: string; readonly stops: readonly PathStop[] }) {
  const here = stops.find(({ state }) => state === 'here');
  return (
    <nav className="path" aria-label={label}>
      <ol>
        {stops.map(({ id, name, state }) => (
          <li key={id} className={`path-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
            <span className="only-spoken">{name}</span>
          </li>
        ))}
      </ol>
      <p aria-hidden="true">{here?.name}</p>
    </nav>
  );
}
