import { useId } from 'react';

/** One thing to type. */
export interface TypedFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Room for more than a line. */
  readonly isLong?: boolean;
  /** In UTF-16 units. */
  readonly maxLength?: number;
  readonly onChange: (text: string) => void;
}

/** A field with its label over it. */
export function TypedField({ name, label, value, isLong = false, maxLength, onChange }: TypedFieldProps) {
  const id = useId();
  const shared = { id, name, value, maxLength, autoComplete: 'off', spellCheck: false };
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={4} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
    </div>
  );
}

/** What there is to choose from, and what each is called. */
export interface ChosenFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** A list to choose one of, with its label over it. */
export function ChosenField({ name, label, value, options, onChange }: ChosenFieldProps) {
  const id = useId();
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
