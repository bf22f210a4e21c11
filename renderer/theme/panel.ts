import type { Panel } from '../../core/site/panel.ts';

/** Gives the style sheets the millimetre of this site's glass, and whether it is a tablet. */
export function showPanel({ kind, pixelsPerMm }: Panel): void {
  const { documentElement: root } = document;
  root.dataset['panel'] = kind;
  root.style.setProperty('--mm', `${pixelsPerMm}px`);
}
