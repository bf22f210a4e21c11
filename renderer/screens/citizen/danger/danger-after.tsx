import { useState } from 'react';
import { ChoiceButton } from '../../../components/choice-button.tsx';
import { DutyPerson } from '../../../components/duty-person.tsx';
import { TwoLines } from '../../../components/two-lines.tsx';
import { useCitizen } from '../citizen-context.ts';
import { DeleteSheet } from '../delete-sheet.tsx';
import { DangerFrame } from './danger-frame.tsx';

/** Afterwards the person chooses: go on, stop and keep, or delete. */
export function DangerAfter() {
  const { words, visit, description } = useCitizen();
  const [isDeleting, setDeleting] = useState(false);
  const safety = (key: string) => words.lines(`safety.after.${key}`, 'privacy');
  const goOn = (): Promise<boolean> => visit.alert({ kind: 'finish' });
  // A new code has to be seen: this page gives way to it.
  const keep = async (): Promise<void> => {
    if (visit.view.codeTaken) await visit.keep();
    else if (await visit.takeCode('leave')) await goOn();
  };
  return (
    <DangerFrame
      name="dangerAfter"
      title={safety('title')}
      said={
        <>
          <p>
            <TwoLines lines={safety('body')} />
          </p>
          {description.onDuty && (
            <DutyPerson
              text={words.say('safety.duty', { name: description.dutyName })}
              picture={description.dutyPicture}
            />
          )}
        </>
      }
    >
      {visit.problem !== null && <p role="alert">{words.say(visit.problem)}</p>}
      <ChoiceButton
        does="after-go-on"
        label={safety('goOn')}
        pictogram="go-on"
        tone="main"
        onPress={() => void goOn()}
      />
      <ChoiceButton
        does="after-keep"
        label={safety('keep')}
        pictogram="keep-code"
        tone="calm"
        onPress={() => void keep()}
      />
      <ChoiceButton
        does="after-delete"
        label={safety('delete')}
        pictogram="delete-all"
        tone="grave"
        onPress={() => setDeleting(true)}
      />
      {isDeleting && <DeleteSheet onClose={() => setDeleting(false)} />}
    </DangerFrame>
  );
}
