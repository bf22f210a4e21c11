import { escapeHtml } from '../../core/basics/escape-html.ts';
import type { DeskLanguage } from '../../core/basics/language.ts';

/** What the house keeps on paper, away from the kiosk, for the day on which it is gone. */
export interface LostKioskSheet {
  readonly language: DeskLanguage;
  readonly title: string;
  /** What the house must say: a name for it, and the fact. */
  readonly facts: readonly (readonly [name: string, fact: string])[];
  readonly steps: readonly string[];
}

/** Makes that page. Nothing of anybody who told something stands on it. */
export function lostKioskHtml({ language, title, facts, steps }: LostKioskSheet): string {
  const rows = facts.map(([name, fact]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(fact)}</dd>`).join('');
  const items = steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Matu</title><style>${STYLE}</style></head>`,
    `<body><h1>${escapeHtml(title)}</h1><dl>${rows}</dl><ol>${items}</ol></body></html>`,
  ].join('');
}

const STYLE = `
@page { margin: 20mm }
body { max-width: 160mm; margin: 0; color: #000; font: 13pt/1.45 sans-serif }
h1 { margin: 0 0 8mm; font-size: 22pt }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2mm 6mm; margin: 0 0 8mm; padding: 5mm; border: .4mm solid #000 }
dt { font-weight: 700 }
dd { margin: 0 }
li { margin: 0 0 4mm; padding-left: 2mm }
`;
