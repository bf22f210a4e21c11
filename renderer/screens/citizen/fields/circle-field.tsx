import { useState } from 'react';
import type { ShownChoice } from '../../../../core/intake/scene.ts';
import { CircleAnswer } from '../../../components/circle-answer.tsx';
import { useAsking } from '../use-asking.ts';
import { chooseNobody, chooseWho, NOBODY_PLACED, placeIn, removePerson, sayNobody } from '../selections/circle.ts';
import { moreWords } from '../more-words.ts';
import type { FieldProps } from './field-props.ts';

/** The circle of people around the person: who, then where. */
export function CircleField({ field, weight, value, onValue }: FieldProps<'circle'>) {
  const { words, showProblem } = useAsking();
  const placed = value.kind === 'circle' ? value : NOBODY_PLACED;
  const [hasStepped, setStepped] = useState(false);
  const choice = ({ code, textKey, pictogram }: ShownChoice) => ({
    code,
    label: words.lines(textKey, weight),
    pictogram,
  });
  const who = field.who.map(choice);
  const choose = (code: string): void => {
    const next = chooseWho(placed, code, field);
    if (next === null) return showProblem('kiosk.problem.tooMany');
    setStepped(true);
    onValue(next);
  };
  return (
    <CircleAnswer
      circleLabel={words.say('kiosk.circle.label')}
      rings={field.rings.map(choice)}
      who={who}
      people={useShownPeople(field, placed.people)}
      placing={who.find(({ code }) => code === placed.placing) ?? null}
      whoTitle={words.lines('kiosk.circle.who', 'plain')}
      whereTitle={words.lines('kiosk.circle.where', 'plain')}
      otherLabel={words.say('kiosk.circle.other')}
      nobody={{
        label: words.say('kiosk.circle.nobody'),
        isChosen: placed.saidNobody,
        onPress: () => onValue(sayNobody(placed)),
      }}
      out={{ title: words.lines('kiosk.circle.takeOut', 'plain'), doneLabel: words.say('kiosk.circle.takenOut') }}
      more={moreWords(words)}
      takesFocus={hasStepped}
      onWho={choose}
      onRing={(ring) => onValue(placeIn(placed, ring))}
      onNobody={() => onValue(chooseNobody(placed))}
      onRemove={(index) => onValue(removePerson(placed, index))}
    />
  );
}

type Circle = FieldProps<'circle'>['field'];

function useShownPeople(field: Circle, people: (typeof NOBODY_PLACED)['people']) {
  const { words } = useAsking();
  const textOf = (choices: Circle['who'], code: string): string => {
    const choice = choices.find((each) => each.code === code);
    return choice === undefined ? code : words.say(choice.textKey);
  };
  return people.map(({ who, ring }) => {
    const said = { who: textOf(field.who, who), ring: textOf(field.rings, ring) };
    return {
      who,
      ring: field.rings.findIndex(({ code }) => code === ring),
      pictogram: field.who.find(({ code }) => code === who)?.pictogram ?? null,
      label: words.say('kiosk.circle.placed', said),
      removeLabel: words.say('kiosk.circle.remove', said),
    };
  });
}
