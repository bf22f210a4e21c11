import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** The end of a visit without sending. */
export function EndedScreen({ how }: { readonly how: 'deleted' | 'kept' }) {
  const { words, visit, mark } = useCitizen();
  return (
    <Screen
      scene={how}
      hasStop={false}
      forward={{ label: words.say('kiosk.bar.finish'), pictogram: 'done-check', onPress: () => void visit.finish() }}
    >
      <Statement pictogram={how === 'kept' ? 'keep-code' : 'done-check'}>
        <Heading
          lines={words.lines(`kiosk.ended.${how}`, 'question')}
          mark={mark}
          hint={words.lines(`kiosk.ended.${how}Body`, 'plain')}
        />
      </Statement>
    </Screen>
  );
}
