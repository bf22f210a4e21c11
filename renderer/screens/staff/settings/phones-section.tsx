import { useDeskWords } from '../desk-context.ts';
import { Section } from './section.tsx';
import type { SectionProps } from './section-props.ts';

/** The numbers that stand on the screens, and when somebody last rang them. */
export function PhonesSection({ value, onChange }: SectionProps) {
  const { say, day } = useDeskWords();
  const { fromCentre, numbersTested, areNumbersDue, today } = value;
  return (
    <Section
      name="phones"
      change={() => ({ numbersTestedOn: today })}
      onChange={onChange}
      label={say('desk.settings.phones.done')}
    >
      <table className="desk-table">
        <tbody>
          {fromCentre.phoneNumbers.map(({ label, number }) => (
            <tr key={`${label} ${number}`}>
              <th scope="row">{label}</th>
              <td>{number}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p data-due={areNumbersDue}>
        {numbersTested === null
          ? say('desk.settings.phones.never')
          : say('desk.settings.phones.tested', { date: day(numbersTested) })}
        {areNumbersDue && ` ${say('desk.settings.phones.due')}`}
      </p>
    </Section>
  );
}
