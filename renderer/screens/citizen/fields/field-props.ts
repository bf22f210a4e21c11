import type { ShownField } from '../../../../core/intake/scene.ts';
import type { BegunValue } from '../../../../core/questionnaire/begun-answer.ts';
import type { Weight } from '../../../i18n/second-line.ts';

/** What every kind of field gets. */
export interface FieldProps<Kind extends ShownField['kind']> {
  readonly linkId: string;
  readonly field: Extract<ShownField, { kind: Kind }>;
  /** How the texts beside the question weigh. */
  readonly weight: Weight;
  /** What is chosen, written or built so far. */
  readonly value: BegunValue;
  readonly onValue: (value: BegunValue) => void;
  /** The Enter key of a physical keyboard where one writes. */
  readonly onEnter: () => void;
}
