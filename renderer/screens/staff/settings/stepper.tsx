import { useDeskWords } from '../desk-context.ts';

interface StepperProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A number with a key for less and one for more. */
export function Stepper({ name, label, value, step, least, most, onChange }: StepperProps) {
  const { say } = useDeskWords();
  const put = (next: number): void => onChange(Math.min(most, Math.max(least, Math.round(next * 100) / 100)));
  return (
    <div className="desk-stepper" role="group" aria-label={label} data-stepper={name}>
      <span>{label}</span>
      <button
        type="button"
        data-does="less"
        aria-label={say('desk.settings.timings.less', { what: label })}
        aria-disabled={value <= least}
        onClick={() => put(value - step)}
      >
        −
      </button>
      <output>{value}</output>
      <button
        type="button"
        data-does="more"
        aria-label={say('desk.settings.timings.more', { what: label })}
        aria-disabled={value >= most}
        onClick={() => put(value + step)}
      >
        +
      </button>
    </div>
  );
}
