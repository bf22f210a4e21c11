import { NoticeBox } from '../../../components/notice-box.tsx';
import { TextAnswer } from '../../../components/text-answer.tsx';
import type { KeyboardWords } from '../../../components/keyboard/keyboard.tsx';
import { languageOf } from '../../../i18n/language.ts';
import type { Words } from '../../../i18n/words.ts';
import { useAsking } from '../use-asking.ts';
import type { FieldProps } from './field-props.ts';

const NAMES_WARNING_ID = 'names-warning';

/** A place to write. Whoever gives only a code is reminded that names would say more. */
export function TextField({ field, value, onValue, onEnter }: FieldProps<'text'>) {
  const { words } = useAsking();
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
        masked={field.masked ? { show: words.say('keyboard.show'), hide: words.say('keyboard.hide') } : null}
        keyboard={keyboardWords(words)}
        keys={field.keyboard}
        describedBy={field.warnsOfNames ? NAMES_WARNING_ID : undefined}
        onWrite={(text) => onValue({ kind: 'text', text })}
        onEnter={onEnter}
      />
    </div>
  );
}

/** What the keys say in the language of the screen. */
function keyboardWords(words: Words): KeyboardWords {
  return {
    language: languageOf(words.language),
    shift: words.say('keyboard.shift'),
    erase: words.say('keyboard.erase'),
    space: words.say('keyboard.space'),
    layer: { letters: words.say('keyboard.letters'), signs: words.say('keyboard.signs') },
    sign: words.say,
  };
}
