import { useState } from 'react';
import { LANGUAGES } from '../../../core/basics/language.ts';
import { MAX_CUT_OFFS } from '../../../core/pack/instrument.ts';
import {
  NO_CUT_OFF,
  parseTypedCutOffs,
  typedCutOff,
  writtenNumber,
  type TypedCutOff,
} from '../../../core/pack/typed-cut-offs.ts';
import type { ShownInstrument } from '../../../ipc/instruments-contract.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import type { InstrumentFormProps } from './instrument-form-props.ts';
import { instrumentProblem } from './problem-texts.ts';
import { ChosenField, TypedField } from './typed-field.tsx';

const COUNTRIES = ['', 'DK', 'SE', 'GL'] as const;
const SEXES = ['', 'female', 'male'] as const;

/** A line keeps its number while others come and go. */
interface Line extends TypedCutOff {
  readonly id: number;
}

/** From which score of an instrument something is said. */
export function CutOffsForm({
  acting: { act, isBusy, outcome },
  instrument: { slot, language, title, maxScore, cutOffs },
  onCancel,
  onDone,
}: InstrumentFormProps & { readonly instrument: ShownInstrument }) {
  const { say } = useDeskWords();
  const [lines, setLines] = useState<readonly Line[]>(cutOffs.map((each, id) => ({ ...typedCutOff(each), id })));
  const change = (id: number, changed: Partial<TypedCutOff>): void =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...changed } : line)));
  const add = (): void => setLines([...lines, { ...NO_CUT_OFF, id: Math.max(0, ...lines.map(({ id }) => id + 1)) }]);
  const parsed = parseTypedCutOffs(lines);
  const save = (): void =>
    void act(() => translations['translation.setCutOffs']({ slot, language, cutOffs: parsed.ok ? parsed.value : [] }), {
      refused: () =>
        parsed.ok ? null : say('desk.translation.instruments.badLine', { number: parsed.error.line + 1 }),
      done: (shown) => {
        onDone(shown);
        return say('desk.translation.instruments.cutOffsSaved', { title });
      },
      failed: (error) => instrumentProblem(error, say),
    });
  return (
    <form
      className="desk-form desk-wide"
      data-part="cut-offs"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h1>{say('desk.translation.instruments.cutOffsOf', { title })}</h1>
      <p>{say('desk.translation.instruments.cutOffsHow', { maxScore: writtenNumber(maxScore) })}</p>
      {lines.map((line, index) => (
        <CutOffLine
          key={line.id}
          {...{ line }}
          number={index + 1}
          onChange={(changed) => change(line.id, changed)}
          onRemove={() => setLines(lines.filter(({ id }) => id !== line.id))}
        />
      ))}
      {lines.length < MAX_CUT_OFFS && (
        <button type="button" data-does="add" onClick={add}>
          {say('desk.translation.instruments.addCutOff')}
        </button>
      )}
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        <button type="submit" className="desk-primary" data-does="save" aria-disabled={isBusy}>
          {say(isBusy ? 'desk.working' : 'desk.save')}
        </button>
        <button type="button" data-does="cancel" onClick={onCancel}>
          {say('desk.cancel')}
        </button>
      </div>
    </form>
  );
}

interface CutOffLineProps {
  readonly line: Line;
  readonly number: number;
  readonly onChange: (changed: Partial<TypedCutOff>) => void;
  readonly onRemove: () => void;
}

function CutOffLine({ line, number, onChange, onRemove }: CutOffLineProps) {
  const { say } = useDeskWords();
  const label = (name: string): string => say(`desk.translation.instruments.cut.${name}`);
  const field = (name: keyof TypedCutOff) => ({
    ...{ name, label: label(name), value: line[name] },
    onChange: (text: string) => onChange({ [name]: text }),
  });
  const anybody = say('desk.translation.instruments.anybody');
  return (
    <fieldset className="desk-card" data-line={number}>
      <legend>{say('desk.translation.instruments.line', { number })}</legend>
      <TypedField {...field('from')} />
      {LANGUAGES.map((language) => (
        <TypedField key={language} {...field(language)} />
      ))}
      <div className="cut-off-whom">
        <ChosenField
          {...field('country')}
          options={COUNTRIES.map((each) => [each, each === '' ? anybody : label(each)])}
        />
        <ChosenField {...field('sex')} options={SEXES.map((each) => [each, each === '' ? anybody : label(each)])} />
        <TypedField {...field('ageFrom')} />
        <TypedField {...field('ageTo')} />
      </div>
      <button type="button" data-does="remove-line" onClick={onRemove}>
        {say('desk.translation.instruments.removeLine', { number })}
      </button>
    </fieldset>
  );
}
