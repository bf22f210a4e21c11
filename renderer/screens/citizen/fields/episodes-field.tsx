import { useState } from 'react';
import type { Episode } from '../../../../core/questionnaire/answer.ts';
import { AnswerCards } from '../../../components/answer-cards.tsx';
import { StepTitle } from '../../../components/step-title.tsx';
import { ToldTimes } from '../../../components/told-times.tsx';
import { Vessels } from '../../../components/vessels.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { useAsking } from '../use-asking.ts';
import { moreWords } from '../more-words.ts';
import {
  addTime,
  asksShare,
  changeCount,
  chooseCompany,
  chooseShare,
  countOf,
  FIRST_TIME,
  openTime,
  removeTime,
  tellAgain,
  type EpisodesField as Field,
  type ToldTimes as Told,
} from '../selections/episodes.ts';
import type { FieldProps } from './field-props.ts';
import './episodes-field.css';

/** Times of drinking, told one by one: the vessels, then what was around them, then the list. */
export function EpisodesField({ field, weight, value, onValue }: FieldProps<'episodes'>) {
  const told = value.kind === 'episodes' ? value : FIRST_TIME;
  const [atFirst] = useState(() => placeIn(told));
  const time = openTime(told);
  const step = { field, weight, told, onValue, takesFocus: placeIn(told) !== atFirst };
  if (told.open === null || time === null) return <TimesStep {...step} />;
  const open = { ...step, time, number: told.open.time + 1 };
  return told.open.step === 'drinks' ? <DrinksStep {...open} /> : <AroundStep {...open} />;
}

/** Which step of which time stands, to tell whether a step was taken since the question came. */
function placeIn({ open }: Told): string {
  return open === null ? 'list' : `${open.time} ${open.step}`;
}

interface StepProps extends Pick<FieldProps<'episodes'>, 'field' | 'weight' | 'onValue'> {
  readonly told: Told;
  readonly takesFocus: boolean;
}

interface OpenStepProps extends StepProps {
  readonly time: Episode;
  /** From 1. */
  readonly number: number;
}

function DrinksStep({ field, weight, told, time, number, takesFocus, onValue }: OpenStepProps) {
  const { words } = useAsking();
  return (
    <div className="episode-step">
      <StepTitle
        key={number}
        id="episode-title"
        lines={words.lines(`kiosk.episodes.time.${number}`, 'plain')}
        takesFocus={takesFocus}
      />
      <Vessels
        labelledBy="episode-title"
        vessels={field.containers.map(({ code, textKey, pictogram }) => ({
          code,
          pictogram,
          label: words.lines(textKey, weight),
          count: countOf(time, code),
          counted: formatNumber(countOf(time, code), words.language),
        }))}
        moreLabel={words.say('kiosk.episodes.more')}
        fewerLabel={words.say('kiosk.episodes.fewer')}
        more={moreWords(words)}
        onMore={(code) => onValue(changeCount(told, code, 1))}
        onFewer={(code) => onValue(changeCount(told, code, -1))}
      />
    </div>
  );
}

function AroundStep({ field, weight, told, time, number, takesFocus, onValue }: OpenStepProps) {
  return (
    <div className="episode-step" key={number}>
      {asksShare(field, time) && (
        <PartOfTime
          part="share"
          choices={field.shares}
          chosen={time.share}
          onChoose={(code) => onValue(chooseShare(told, code))}
          {...{ weight, takesFocus }}
        />
      )}
      {field.company.length > 0 && (
        <PartOfTime
          part="company"
          choices={field.company}
          chosen={time.company}
          onChoose={(code) => onValue(chooseCompany(told, code))}
          weight={weight}
          takesFocus={takesFocus && !asksShare(field, time)}
        />
      )}
    </div>
  );
}

interface PartOfTimeProps extends Pick<StepProps, 'weight' | 'takesFocus'> {
  readonly part: 'share' | 'company';
  readonly choices: Field['shares'];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

function PartOfTime({ part, choices, chosen, weight, takesFocus, onChoose }: PartOfTimeProps) {
  const { words } = useAsking();
  const title = `episode-${part}`;
  return (
    <div className="episode-part">
      <StepTitle id={title} lines={words.lines(`kiosk.episodes.${part}`, weight)} takesFocus={takesFocus} />
      <AnswerCards
        name={title}
        labelledBy={title}
        kind="one"
        hook={part}
        more={moreWords(words)}
        options={choices.map(({ code, textKey, pictogram }) => ({
          code,
          label: words.lines(textKey, weight),
          pictogram,
        }))}
        chosen={chosen === null ? [] : [chosen]}
        onChoose={onChoose}
      />
    </div>
  );
}

function TimesStep({ field, told, takesFocus, onValue }: StepProps) {
  const { words } = useAsking();
  const times = useToldTimes(field, told);
  const canAdd = told.times.length < field.maxEpisodes;
  const add = { label: words.say('kiosk.episodes.add'), onPress: () => onValue(addTime(told)) };
  return (
    <div className="episode-step">
      <StepTitle id="episode-title" lines={words.lines('kiosk.episodes.told', 'plain')} takesFocus={takesFocus} />
      <ToldTimes
        times={times}
        changeLabel={words.say('kiosk.episodes.change')}
        removeLabel={words.say('kiosk.episodes.remove')}
        more={moreWords(words)}
        add={canAdd ? add : null}
        onChange={(time) => onValue(tellAgain(told, time))}
        onRemove={(time) => onValue(removeTime(told, time))}
      />
    </div>
  );
}

function useToldTimes(field: Field, told: Told) {
  const { words } = useAsking();
  const drinkOf = ({ container, count }: Episode['drinks'][number]) => {
    const vessel = field.containers.find(({ code }) => code === container);
    const drink = vessel === undefined ? container : words.say(vessel.textKey);
    const counted = formatNumber(count, words.language);
    const text = words.say('kiosk.readBack.drink', { count: counted, drink });
    return { code: container, pictogram: vessel?.pictogram ?? null, text };
  };
  return told.times.map((time, index) => ({
    title: words.say(`kiosk.episodes.time.${index + 1}`),
    drinks: time.drinks.map(drinkOf),
    around: [
      ...(asksShare(field, time) ? field.shares.filter(({ code }) => code === time.share) : []),
      ...field.company.filter(({ code }) => code === time.company),
    ].map(({ textKey }) => words.lines(textKey, 'plain').first),
  }));
}
