import { useDeskWords } from '../staff/desk-context.ts';

/** All texts, side by side. */
export function TextsScreen() {
  const { say } = useDeskWords();
  return <h1>{say('desk.translation.tab.texts')}</h1>;
}
