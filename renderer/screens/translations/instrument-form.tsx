import { useState } from 'react';
import { LANGUAGES } from '../../../core/basics/language.ts';
import { numberOf } from '../../../core/pack/typed-cut-offs.ts';
import { instrumentRequestSchemas } from '../../../ipc/instruments-contract.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { FileButton } from '../staff/file-button.tsx';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import type { InstrumentFormProps } from './instrument-form-props.ts';
import { instrumentProblem } from './problem-texts.ts';
import { ChosenField, TypedField } from './typed-field.tsx';

const VALIDATED = ['unknown', 'yes', 'no'] as const;
const EMPTY = {
  ...{ slot: '', language: 'da', questionnaire: '', rightsHolder: '', licence: '', licenceValidUntil: '' },
  ...{ officialVersion: '', validated: 'unknown', multiplyBy: '1', unitGrams: '' },
};
type Field = keyof typeof EMPTY;

/** The questionnaire of a rights holder, and the terms under which it may be asked. */
export function InstrumentForm({
  acting: { act, isBusy, outcome },
  slots,
  onCancel,
  onDone,
}: InstrumentFormProps & { readonly slots: readonly string[] }) {
  const { say } = useDeskWords();
  const [typed, setTyped] = useState({ ...EMPTY, slot: slots[0] ?? '' });
  const [fileName, setFileName] = useState<string | null>(null);
  const label = (name: Field): string => say(`desk.translation.instruments.field.${name}`);
  const field = (name: Field) => ({
    ...{ name, label: label(name), value: typed[name] },
    onChange: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
  });
  const parsed = instrumentRequestSchemas['translation.loadInstrument'].safeParse({
    ...typed,
    multiplyBy: numberOf(typed.multiplyBy),
    unitGrams: typed.unitGrams.trim() === '' ? null : numberOf(typed.unitGrams),
  });
  const missing = (): string | null => {
    if (fileName === null) return say('desk.translation.instruments.noFile');
    const [issue] = parsed.error?.issues ?? [];
    if (issue === undefined) return null;
    return say('desk.translation.instruments.fill', { field: label(issue.path[0] as Field) });
  };
  const load = (): void =>
    void act(() => translations['translation.loadInstrument'](parsed.data ?? refusedBefore()), {
      refused: missing,
      done: (shown) => {
        onDone(shown);
        return say('desk.translation.instruments.loaded');
      },
      failed: (error) => instrumentProblem(error, say),
    });
  return (
    <form
      className="desk-form desk-wide"
      data-part="load"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        load();
      }}
    >
      <h1>{say('desk.translation.instruments.load')}</h1>
      <p>{say('desk.translation.instruments.how')}</p>
      <FileButton
        label={label('questionnaire')}
        accept=".json,application/json"
        isBusy={isBusy}
        onFile={(file) => {
          setFileName(file.name);
          void file.text().then((questionnaire) => setTyped((before) => ({ ...before, questionnaire })));
        }}
      />
      {fileName !== null && <p data-file>{fileName}</p>}
      <ChosenField {...field('slot')} options={slots.map((slot) => [slot, slot])} />
      <ChosenField
        {...field('language')}
        options={LANGUAGES.map((each) => [each, say(`desk.translation.tag.${each}`)])}
      />
      <TypedField {...field('rightsHolder')} />
      <TypedField {...field('licence')} isLong />
      <TypedField {...field('licenceValidUntil')} />
      <TypedField {...field('officialVersion')} />
      <ChosenField
        {...field('validated')}
        options={VALIDATED.map((each) => [each, say(`desk.translation.instruments.validated.${each}`)])}
      />
      <TypedField {...field('multiplyBy')} />
      <TypedField {...field('unitGrams')} />
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        <button type="submit" className="desk-primary" data-does="load-this" aria-disabled={isBusy}>
          {say(isBusy ? 'desk.working' : 'desk.translation.instruments.loadThis')}
        </button>
        <button type="button" data-does="cancel" onClick={onCancel}>
          {say('desk.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What is missing is said before anything is asked. */
function refusedBefore(): never {
  throw new Error('A form with mistakes is not sent');
}
