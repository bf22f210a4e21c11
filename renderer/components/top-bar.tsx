import { HelperStrip, type HelperStripProps } from './helper-strip.tsx';
import { Path, type PathStop } from './path.tsx';
import { Pictogram } from './pictogram.tsx';
import { StaffButton } from './staff-button.tsx';
import './top-bar.css';

export interface TopBarProps {
  /** Null before the questions. */
  readonly path: { readonly label: string; readonly stops: readonly PathStop[] } | null;
  /** The way to the staff's window; null where somebody has begun. */
  readonly staff: { readonly label: string; readonly onPress: () => void } | null;
  /** Null where nothing is asked or told. */
  readonly helper: HelperStripProps | null;
  /** Null where everything is hidden already. */
  readonly hide: { readonly label: string; readonly onPress: () => void } | null;
  readonly change: { readonly label: string; readonly languageName: string; readonly onPress: () => void };
}

/** The upper edge: where one is, who is there, the curtain, and the language with the version. */
export function TopBar({ path, staff, helper, hide, change }: TopBarProps) {
  return (
    <header className="top-bar">
      {path !== null && <Path {...path} />}
      {staff !== null && <StaffButton {...staff} />}
      {helper !== null && <HelperStrip {...helper} />}
      <div className="top-bar-buttons">
        {hide !== null && (
          <button type="button" className="chip" onClick={hide.onPress}>
            <Pictogram name="hide" />
            {hide.label}
          </button>
        )}
        <button type="button" className="chip" aria-haspopup="dialog" onClick={change.onPress}>
          <Pictogram name="globe" />
          <span className="only-spoken">{change.label}: </span>
          {change.languageName}
        </button>
      </div>
    </header>
  );
}
