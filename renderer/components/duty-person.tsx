import { Pictogram } from './pictogram.tsx';
import './duty-person.css';

interface DutyPersonProps {
  readonly text: string;
  /** Where their picture stands; a drawing stands there where they gave none. */
  readonly picture: string | null;
}

/** Who is there today. */
export function DutyPerson({ text, picture }: DutyPersonProps) {
  return (
    <p className="duty-person">
      <span className="duty-person-picture">
        {picture === null ? <Pictogram name="duty-person" /> : <img src={picture} alt="" />}
      </span>
      {text}
    </p>
  );
}
