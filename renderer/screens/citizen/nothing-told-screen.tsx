import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { AnswerMore } from './read-back-end.tsx';
import { Screen } from './screen.tsx';

/** Everything was removed: there is nothing to send, and Stop still deletes what was said before. */
export function NothingToldScreen({ open }: { readonly open: number }) {
  const { words, mark } = useCitizen();
  return (
    <Screen scene="readBack">
      <Statement pictogram="sealed-letter">
        <Heading
          lines={words.lines('letter.empty.title', 'question')}
          mark={mark}
          hint={words.lines('letter.empty.body', 'plain')}
        />
      </Statement>
      {open > 0 && <AnswerMore open={open} />}
    </Screen>
  );
}
