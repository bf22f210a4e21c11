import type { FieldKind } from './values.ts';

/** How much an event matters: nothing to do, worth knowing, to be looked into, to be looked into at once. */
export const SEVERITIES = ['info', 'notice', 'warning', 'alarm'] as const;

/** What the catalogue says of an event. */
export interface EventDescription {
  readonly meaning: string;
  readonly severity: (typeof SEVERITIES)[number];
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** The file whose code writes it. */
  readonly writer: string;
}
