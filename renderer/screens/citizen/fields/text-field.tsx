import { NoticeBox } from '../../../components/notice-box.tsx';
import { TextAnswer } from '../../../components/text-answer.tsx';
import { useCitizen } from '../citizen-context.ts';
import type { FieldProps } from './field-props.ts';

const NAMES_WARNING_ID = 'names-warning';

/** A place to write. Whoever gives only a code is reminded that names would say more. */
export function TextField({ field, value, onValue, onEnter }: FieldProps<'text'>) {
  const { words } = useCitizen();
  return (
    <div className="words-to-write">
      {field.warnsOfNames && (
        <div id={NAMES_WARNING_ID}>
          <NoticeBox lines={words.lines('kiosk.text.names', 'privacy')} />
        </div>
      )}
      <TextAnswer
        label={words.say('kiosk.textField')}
        value={value.kind === 'text' ? value.text : ''}
        maxLength={field.maxLength}
        isMasked={field.masked}
        describedBy={field.warnsOfNames ? NAMES_WARNING_ID : undefined}
        onWrite={(text) => onValue({ kind: 'text', text })}
        onEnter={onEnter}
      />
    </div>
  );
}
