import type { ShownItem } from '../../../core/intake/scene.ts';
import type { Weight } from '../../i18n/second-line.ts';
import { ChoiceField } from './fields/choice-field.tsx';
import { CircleField } from './fields/circle-field.tsx';
import { DaysField } from './fields/days-field.tsx';
import { EpisodesField } from './fields/episodes-field.tsx';
import { NumberField } from './fields/number-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { shownValue, touched, type Selection } from './selection.ts';
import './question-field.css';

interface QuestionFieldProps {
  readonly item: ShownItem;
  readonly weight: Weight;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEnter: () => void;
}

/** Where an answer is given. What was built lies aside, in grey, while a non-answer counts instead. */
export function QuestionField(props: QuestionFieldProps) {
  return (
    <div className="question-field" data-aside={props.selection.nonAnswer !== null || undefined}>
      <FieldOfItsKind {...props} />
    </div>
  );
}

function FieldOfItsKind({ item, weight, selection, onSelect, onEnter }: QuestionFieldProps) {
  const { linkId, field } = item;
  const common = {
    linkId,
    weight,
    onEnter,
    value: shownValue(selection),
    onValue: (value: Selection['value']) => onSelect(touched(value)),
  };
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...common} field={field} />;
    case 'text':
      return <TextField {...common} field={field} />;
    case 'number':
      return <NumberField {...common} field={field} />;
    case 'days':
      return <DaysField {...common} field={field} />;
    case 'episodes':
      return <EpisodesField {...common} field={field} />;
    case 'circle':
      return <CircleField {...common} field={field} />;
  }
}
