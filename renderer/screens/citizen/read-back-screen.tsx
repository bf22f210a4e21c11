import type { ReadBackLine, Scene } from '../../../core/intake/scene.ts';
import { Heading } from '../../components/heading.tsx';
import { LetterCard } from '../../components/letter-card.tsx';
import { ReadBackList } from '../../components/read-back-list.tsx';
import { formatDayWithWeekday } from '../../i18n/format.ts';
import { detailWeight, type Weight } from '../../i18n/second-line.ts';
import type { Lines, Words } from '../../i18n/words.ts';
import { useCitizen } from './citizen-context.ts';
import { readBackPages } from './read-back-pages.ts';
import { Screen } from './screen.tsx';

type ReadBack = Extract<Scene, { kind: 'readBack' }>;

/** Everything that was told, page by page. Send stands only where the last line was seen. */
export function ReadBackScreen({ scene }: { readonly scene: ReadBack }) {
  const { words, visit, mark, readBackPage } = useCitizen();
  const letterLines = useLetterLines();
  const pages = readBackPages(scene.lines);
  const shown = Math.min(readBackPage.shown, pages.length - 1);
  const isLast = shown === pages.length - 1;
  const forward = isLast
    ? { label: words.say('kiosk.bar.send'), pictogram: 'sent', onPress: () => void visit.send() }
    : { label: words.say('kiosk.bar.continue'), onPress: () => readBackPage.turnTo(shown + 1) };
  return (
    <Screen
      key={shown}
      scene="readBack"
      onBack={() => (shown > 0 ? readBackPage.turnTo(shown - 1) : void visit.act({ kind: 'back' }))}
      forward={forward}
    >
      <Heading
        lines={words.lines('kiosk.readBack.title', 'question')}
        mark={mark}
        hint={words.lines('kiosk.readBack.hint', 'plain')}
      />
      <ReadBackList
        lines={(pages[shown] ?? []).map((line) => toldLine(line, words))}
        changeLabel={words.say('kiosk.readBack.change')}
        onChange={(linkId) => void visit.act({ kind: 'edit', linkId })}
      />
      {isLast && <LetterCard lines={letterLines} />}
    </Screen>
  );
}

function useLetterLines(): readonly Lines[] {
  const { words, description } = useCitizen();
  const { centreReads, centreName } = description;
  const to = words.lines('kiosk.readBack.to', 'privacy', { centre: centreName });
  const permit = words.lines('kiosk.readBack.permit', 'privacy');
  if (centreReads === null) return [to, permit];
  const reads = words.lines('kiosk.readBack.reads', 'privacy', {
    date: (_, translate) => formatDayWithWeekday(centreReads, translate),
  });
  return [to, reads, permit];
}

function toldLine(line: ReadBackLine, words: Words) {
  const weight = detailWeight(line, false);
  return {
    linkId: line.linkId,
    question: words.lines(line.titleKey, weight),
    said: saidLines(line.said, weight, words),
  };
}

function saidLines(said: ReadBackLine['said'], weight: Weight, words: Words): readonly Lines[] {
  switch (said.kind) {
    case 'options':
      return said.textKeys.map((key) => words.lines(key, weight));
    case 'words':
      return [{ first: { text: said.text, language: words.language }, second: null }];
    case 'nonAnswer':
      return [words.lines(`kiosk.nonAnswer.${said.nonAnswer}`, weight)];
  }
}
