import type { BarButton } from './control-bar.tsx';
import { Pictogram } from './pictogram.tsx';
import './code-button.css';

/** The way in for who comes back with a code. */
export function CodeButton({ label, onPress }: BarButton) {
  return (
    <button type="button" className="code-button" onClick={onPress}>
      <Pictogram name="keep-code" />
      {label}
    </button>
  );
}
