import type { DeskSettings } from '../../../../ipc/desk-contract.ts';

/** What every part of the settings gets: how they stand, and what tells that they were changed. */
export interface SectionProps {
  readonly value: DeskSettings;
  readonly onChange: (value: DeskSettings) => void;
}
