import { Pictogram } from './pictogram.tsx';
import './duty-person.css';

/** Who is there today. */
export function DutyPerson({ text }: { readonly text: string }) {
  return (
    <p className="duty-person">
      <span className="duty-person-picture">
        <Pictogram name="duty-person" />
      </span>
      {text}
    </p>
  );
}
