import { AnswerCards } from '../../components/answer-cards.tsx';
import { LOOKS, TEXT_SIZES, type Look } from '../../theme/use-appearance.ts';
import { useCitizen } from './citizen-context.ts';

const DRAWINGS: Readonly<Record<Look, { readonly pictogram: string }>> = {
  light: { pictogram: 'look-light' },
  dark: { pictogram: 'look-dark' },
  contrast: { pictogram: 'look-contrast' },
};

/** How the screen looks, and how large its words are. What is chosen shows at once, behind the sheet and on it. */
export function AppearanceChoices() {
  const { words, appearance } = useCitizen();
  const { look, size, chooseLook, chooseSize } = appearance;
  return (
    <>
      <div className="change-choice">
        <h3 id="change-look">{words.say('kiosk.look.title')}</h3>
        <AnswerCards
          name="change-look"
          labelledBy="change-look"
          kind="one"
          layout="row"
          hook="look"
          options={LOOKS.map((code) => ({
            code,
            label: words.lines(`kiosk.look.${code}`, 'plain'),
            ...DRAWINGS[code],
          }))}
          chosen={[look]}
          onChoose={(code) => LOOKS.filter((each) => each === code).forEach(chooseLook)}
        />
      </div>
      <div className="change-choice">
        <h3 id="change-size">{words.say('kiosk.textSize.title')}</h3>
        <AnswerCards
          name="change-size"
          labelledBy="change-size"
          kind="one"
          layout="row"
          hook="text-size"
          options={TEXT_SIZES.map((code) => ({
            code,
            label: words.lines(`kiosk.textSize.${code}`, 'plain'),
            pictogram: 'text-size',
          }))}
          chosen={[size]}
          onChoose={(code) => TEXT_SIZES.filter((each) => each === code).forEach(chooseSize)}
        />
      </div>
    </>
  );
}
