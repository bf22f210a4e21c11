import { Pictogram } from './pictogram.tsx';
import './picture-slip.css';

interface PictureSlipProps {
  /** In their order. */
  readonly pictures: readonly { readonly pictogram: string; readonly label: string }[];
  /** The same as digits, in groups, for who would rather write. */
  readonly digits?: { readonly label: string; readonly groups: readonly string[] };
}

/** A code to copy: its pictures in their order, each with its word, and below them the same as digits. */
export function PictureSlip({ pictures, digits }: PictureSlipProps) {
  return (
    <div className="picture-slip">
      <ol>
        {pictures.map(({ pictogram, label }, place) => (
          <li key={place}>
            <span className="picture-slip-place" aria-hidden="true">
              {place + 1}
            </span>
            <Pictogram name={pictogram} />
            <span className="picture-slip-label">{label}</span>
          </li>
        ))}
      </ol>
      {digits && (
        <p className="picture-slip-digits">
          <span>{digits.label}</span>
          {digits.groups.map((group, place) => (
            <span key={place} className="picture-slip-group">
              {group}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
