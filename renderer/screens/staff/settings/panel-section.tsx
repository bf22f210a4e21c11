import { useState } from 'react';
import { useDeskWords } from '../desk-context.ts';
import { Preview } from './preview.tsx';
import { Section } from './section.tsx';
import type { SectionProps } from './section-props.ts';
import { Stepper } from './stepper.tsx';

const LINE_MM = 50;
/** How large the buttons of the kiosk are at least, in millimetres. */
const BUTTON_MM = { fixed: 20, tablet: 15 } as const;
const LEAST = 1;
const MOST = 20;
const STEP = 0.05;

/** How many pixels of this glass make a millimetre: a line to measure, and what corrects it. */
export function PanelSection({ value, onChange }: SectionProps) {
  const { say } = useDeskWords();
  const [panel, setPanel] = useState(value.settings.panel);
  const { kind, pixelsPerMm } = panel;
  return (
    <Section name="panel" change={() => ({ panel })} onChange={onChange}>
      <svg className="desk-ruler" width={LINE_MM * pixelsPerMm} height="24" aria-hidden="true">
        <rect width="100%" height="100%" />
      </svg>
      <Stepper
        name="pixelsPerMm"
        label={say('desk.settings.panel.pixels')}
        value={pixelsPerMm}
        step={STEP}
        least={LEAST}
        most={MOST}
        onChange={(next) => setPanel({ ...panel, pixelsPerMm: next })}
      />
      <div className="desk-choices">
        <label>
          <input
            type="checkbox"
            checked={kind === 'tablet'}
            onChange={(event) => setPanel({ ...panel, kind: event.currentTarget.checked ? 'tablet' : 'fixed' })}
          />
          {say('desk.settings.panel.tablet')}
        </label>
      </div>
      <Preview>
        <svg
          className="desk-sample"
          width={BUTTON_MM[kind] * pixelsPerMm}
          height={BUTTON_MM[kind] * pixelsPerMm}
          aria-hidden="true"
        >
          <rect width="100%" height="100%" rx="12" />
        </svg>
        <p>{say('desk.settings.panel.button', { millimetres: BUTTON_MM[kind] })}</p>
      </Preview>
    </Section>
  );
}
