import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../core/basics/language.ts';
import type { DeskPerson, PortraitRefusal } from '../../../ipc/desk-contract.ts';
import { base64Of } from '../../base64.ts';
import { desk } from '../../desk.ts';
import { useDeskWords } from './desk-context.ts';
import { FileButton, type FileButtonProps } from './file-button.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { smallPicture } from './portrait-file.ts';
import { useAct } from './use-act.ts';

interface PortraitScreenProps {
  readonly person: DeskPerson;
  readonly onPeople: (people: readonly DeskPerson[]) => void;
  readonly onDone: () => void;
}

/** How somebody of the house greets on the first screen: a picture, and their own voice in each language. */
export function PortraitScreen({ person, onPeople, onDone }: PortraitScreenProps) {
  const { say } = useDeskWords();
  const { act, isBusy, outcome } = useAct();
  // The picture has one place, whatever stands there: a new one is asked for by another address.
  const [changes, setChanges] = useState(0);
  const { id, name, picture, voices, greetings } = person;
  const then = {
    done: (people: readonly DeskPerson[]) => {
      setChanges(changes + 1);
      onPeople(people);
      return say('desk.settings.saved');
    },
    failed: (error: PortraitRefusal | null) =>
      say(error === null ? 'desk.noAnswer' : `desk.portrait.problem.${error.kind}`),
  };
  const setPicture = (file: File | null): void =>
    void act(async () => desk['desk.setPicture']({ person: id, picture: file && (await smallPicture(file)) }), {
      ...then,
      // What no browser can draw.
      failed: (error) => (error === null ? say('desk.portrait.problem.notAPicture') : then.failed(error)),
    });
  const setVoice = (language: Language, file: File | null): void =>
    void act(async () => desk['desk.setVoice']({ person: id, language, voice: file && (await base64Of(file)) }), then);
  return (
    <section className="desk-form desk-wide" data-portrait={id}>
      <h1>{say('desk.portrait.title', { name })}</h1>
      <p>{say('desk.portrait.why')}</p>
      <OutcomeLine outcome={outcome} />
      <div className="desk-card" data-part="picture">
        <h2>{say('desk.portrait.picture')}</h2>
        {picture !== null && <img className="desk-portrait" src={`${picture}?${changes}`} alt="" />}
        <p className="desk-quiet">{say('desk.portrait.pictureHint')}</p>
        <FileRow
          label={say('desk.portrait.choosePicture')}
          accept="image/jpeg,image/png,image/webp"
          isBusy={isBusy}
          onFile={setPicture}
          onRemove={picture === null ? null : () => setPicture(null)}
        />
      </div>
      {LANGUAGES.map((language) => (
        <div className="desk-card" data-part={`voice-${language}`} key={language}>
          <h2>{say('desk.portrait.voice', { language: say(`desk.numbers.row.${language}`) })}</h2>
          <p>
            {say('desk.portrait.sentence')} <q lang={language}>{greetings[language]}</q>
          </p>
          <p className="desk-quiet">
            {say(voices.includes(language) ? 'desk.portrait.hasVoice' : 'desk.portrait.noVoice')}
          </p>
          <FileRow
            label={say('desk.portrait.chooseVoice')}
            accept=".opus,.ogg,audio/ogg"
            isBusy={isBusy}
            onFile={(file) => setVoice(language, file)}
            onRemove={voices.includes(language) ? () => setVoice(language, null) : null}
          />
        </div>
      ))}
      <button type="button" className="desk-primary" data-does="done" onClick={onDone}>
        {say('desk.portrait.done')}
      </button>
    </section>
  );
}

interface FileRowProps extends FileButtonProps {
  /** Null where there is nothing to take away. */
  readonly onRemove: (() => void) | null;
}

function FileRow({ label, accept, isBusy, onFile, onRemove }: FileRowProps) {
  const { say } = useDeskWords();
  return (
    <div className="desk-row">
      <FileButton label={label} accept={accept} isBusy={isBusy} onFile={onFile} />
      {onRemove !== null && (
        <button type="button" data-does="remove" onClick={onRemove}>
          {say('desk.portrait.remove')}
        </button>
      )}
    </div>
  );
}
