import { Pictogram } from './pictogram.tsx';
import './staff-button.css';

interface StaffButtonProps {
  readonly label: string;
  readonly onPress: () => void;
}

/** The way to the staff's window: for who works here, and quiet beside everything else. */
export function StaffButton({ label, onPress }: StaffButtonProps) {
  return (
    <button type="button" className="staff-button" data-does="staff" onClick={onPress}>
      <Pictogram name="colleague" />
      {label}
    </button>
  );
}
