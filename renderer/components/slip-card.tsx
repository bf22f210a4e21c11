import './slip-card.css';

export interface SlipRow {
  readonly name: string;
  readonly value: string;
}

/** The proof of what was sent, to copy or to photograph. */
export function SlipCard({ rows }: { readonly rows: readonly SlipRow[] }) {
  return (
    <div className="slip-card">
      <dl>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
