import type { Panel } from '../../core/site/panel.ts';

/** A screen that the kiosk is looked at on. */
export interface PicturedPanel {
  /** Its pixels, `WIDTHxHEIGHT`; also its name. */
  readonly size: string;
  readonly width: number;
  readonly height: number;
  readonly panel: Panel;
}

/** The two large panels as a 23 inch screen has them, and a tablet of ten inches. */
export const PANELS: readonly PicturedPanel[] = [
  { size: '1080x1920', width: 1080, height: 1920, panel: { kind: 'fixed', pixelsPerMm: 3.78 } },
  { size: '1920x1080', width: 1920, height: 1080, panel: { kind: 'fixed', pixelsPerMm: 3.78 } },
  { size: '1280x800', width: 1280, height: 800, panel: { kind: 'tablet', pixelsPerMm: 5.9 } },
];

/** What may be touched is at least this large, in millimetres. */
export function leastTargetMm({ kind }: Panel): number {
  return kind === 'fixed' ? 20 : 15;
}

/** A key of the keyboard on the screen, in millimetres. */
export const LEAST_KEY_MM = 15;
/** Between two things that may be touched, in millimetres. */
export const LEAST_GAP_MM = 3;
