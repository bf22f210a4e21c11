import type { ReactNode } from 'react';
import type { SiteSettingsChange } from '../../../../core/site/site-settings.ts';
import type { DeskSettings } from '../../../../ipc/desk-contract.ts';
import { desk } from '../../../desk.ts';
import { useDeskWords } from '../desk-context.ts';
import { OutcomeLine } from '../outcome-line.tsx';
import { useAct } from '../use-act.ts';

interface SectionFrameProps {
  /** Its texts stand under `desk.settings.<name>`. */
  readonly name: string;
  /** What is to be saved, at the moment of saving. */
  readonly change: () => SiteSettingsChange;
  /** Says what is wrong with it; null when nothing is. */
  readonly refused?: () => string | null;
  readonly onChange: (value: DeskSettings) => void;
  /** What the button says; without it that it saves. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** One part of the settings, which is saved for itself. */
export function Section({ name, change, refused, onChange, label, children }: SectionFrameProps) {
  const { say } = useDeskWords();
  const { act, isBusy, outcome } = useAct();
  const save = (): void =>
    void act(() => desk['desk.setSettings'](change()), {
      ...(refused === undefined ? {} : { refused }),
      done: (value) => {
        onChange(value);
        return say('desk.settings.saved');
      },
      failed: (error) => say(failedKey(error)),
    });
  return (
    <form
      className="desk-card"
      data-part={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{say(`desk.settings.${name}.title`)}</h2>
      <p className="desk-quiet">{say(`desk.settings.${name}.hint`)}</p>
      {children}
      <OutcomeLine outcome={outcome} />
      <button type="submit" data-does="save" aria-disabled={isBusy}>
        {isBusy ? say('desk.working') : (label ?? say('desk.save'))}
      </button>
    </form>
  );
}

function failedKey(error: { readonly kind: 'notSaved' | 'notAbsolute' } | null): string {
  if (error === null) return 'desk.noAnswer';
  return error.kind === 'notSaved' ? 'desk.notSaved' : 'desk.settings.notAbsolute';
}
