import { useState } from 'react';
import { MAX_AUTHOR_LENGTH } from '../../../core/translation/review.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { TypedField } from './typed-field.tsx';

/** Who speaks says so once in a sitting, and consents to what becomes of the voice. */
export function SpeakerForm({ onConsent }: { readonly onConsent: (name: string) => void }) {
  const { say } = useDeskWords();
  const [name, setName] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const [isIncomplete, setIncomplete] = useState(false);
  return (
    <form
      className="desk-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || !isAgreed) setIncomplete(true);
        else onConsent(name.trim());
      }}
    >
      <h2>{say('desk.translation.voice.who')}</h2>
      <TypedField
        name="speaker"
        label={say('desk.translation.voice.name')}
        value={name}
        maxLength={MAX_AUTHOR_LENGTH}
        onChange={setName}
      />
      <div className="desk-choices voice-consent">
        <label>
          <input
            type="checkbox"
            checked={isAgreed}
            onChange={({ currentTarget }) => setAgreed(currentTarget.checked)}
          />
          <span>{say('desk.translation.voice.consent')}</span>
        </label>
      </div>
      <p className="desk-outcome" role="status" data-trouble>
        {isIncomplete && (name.trim() === '' || !isAgreed) ? say('desk.translation.voice.incomplete') : null}
      </p>
      <button type="submit" className="desk-primary" data-does="begin">
        {say('desk.translation.voice.begin')}
      </button>
    </form>
  );
}
