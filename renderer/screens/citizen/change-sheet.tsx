import { AnswerCards } from '../../components/answer-cards.tsx';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { LanguageCards } from '../../components/language-cards.tsx';
import { Sheet } from '../../components/sheet.tsx';
import type { Culture, LanguageTag } from '../../../core/basics/language.ts';
import { AppearanceChoices } from './appearance-choices.tsx';
import { useCitizen } from './citizen-context.ts';
import { CULTURES, cultureOptions } from './culture-options.ts';
import { languageCards } from './language-cards.ts';
import './change-sheet.css';

interface ChangeSheetProps {
  readonly onLanguage: (language: LanguageTag) => void;
  /** Null where there is no version to choose any more. */
  readonly onCulture: ((culture: Culture) => void) | null;
  readonly onClose: () => void;
}

/** Another language, version or look, on every screen, with every answer kept. */
export function ChangeSheet({ onLanguage, onCulture, onClose }: ChangeSheetProps) {
  const { words, visit, description } = useCitizen();
  return (
    <Sheet name="change" labelledBy="change-title" onClose={onClose}>
      <div className="sheet-content">
        <h2 id="change-title">{words.say('kiosk.change.label')}</h2>
        <div className="change-choices">
          <div className="change-choice">
            <h3 id="change-language">{words.say('kiosk.change.language')}</h3>
            <LanguageCards
              name="change-language"
              labelledBy="change-language"
              size="small"
              families={languageCards(words, description.dialects, null)}
              chosen={words.language}
              onChoose={onLanguage}
            />
          </div>
          {onCulture !== null && (
            <div className="change-choice">
              <h3 id="change-culture">{words.say('kiosk.change.culture')}</h3>
              <AnswerCards
                name="change-culture"
                labelledBy="change-culture"
                kind="one"
                layout="list"
                options={cultureOptions(words)}
                chosen={visit.view.chosen.culture ? [visit.view.culture] : []}
                onChoose={(code) => CULTURES.filter((each) => each === code).forEach(onCulture)}
              />
            </div>
          )}
          <AppearanceChoices />
        </div>
        <ChoiceButton
          label={words.lines('kiosk.change.close', 'plain')}
          pictogram="done-check"
          tone="main"
          onPress={onClose}
        />
      </div>
    </Sheet>
  );
}
