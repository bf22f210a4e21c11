import './phone-numbers.css';

interface PhoneNumbersProps {
  readonly title: string;
  /** Stands first and large; null where the numbers are an offer only. */
  readonly emergency: { readonly label: string; readonly number: string } | null;
  readonly numbers: readonly { readonly label: string; readonly number: string }[];
}

/** The numbers of this house, most important first. They are to be read and dialled: a kiosk calls none itself. */
export function PhoneNumbers({ title, emergency, numbers }: PhoneNumbersProps) {
  return (
    <section className="phone-numbers" aria-label={title}>
      <p className="phone-numbers-title">{title}</p>
      <dl>
        {emergency !== null && <PhoneNumber {...emergency} isEmergency />}
        {numbers.map((each) => (
          <PhoneNumber key={each.label} {...each} isEmergency={false} />
        ))}
      </dl>
    </section>
  );
}

interface PhoneNumberProps {
  readonly label: string;
  readonly number: string;
  readonly isEmergency: boolean;
}

function PhoneNumber({ label, number, isEmergency }: PhoneNumberProps) {
  return (
    <div className="phone-number" data-emergency={isEmergency}>
      <dt>{label}</dt>
      <dd>{number}</dd>
    </div>
  );
}
