import { useState } from 'react';
import type { ReadBackLine } from '../../../core/intake/scene.ts';
import { ReadBackList } from '../../components/read-back-list.tsx';
import { useCitizen } from './citizen-context.ts';
import { LineSheet } from './line-sheet.tsx';
import { closedPart, toldLine } from './told-line.ts';
import { toldSections } from './told-sections.ts';

/** One page of what was told. What stays closed is opened line by line, by the person alone. */
export function ToldPage({ lines }: { readonly lines: readonly ReadBackLine[] }) {
  const { words, visit } = useCitizen();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { accompanied } = visit.view;
  const line = lines.find(({ linkId }) => linkId === chosen);
  const shown = (each: ReadBackLine) => ({
    ...toldLine(each, words),
    closed: opened.includes(each.linkId) ? ('none' as const) : closedPart(each, accompanied),
  });
  return (
    <>
      <ReadBackList
        sections={toldSections(lines).map(({ section, lines: own }) => ({
          id: section,
          title: words.lines(`intake.section.${section}`, 'plain'),
          lines: own.map(shown),
        }))}
        labels={{
          change: words.say('kiosk.readBack.change'),
          open: words.say('kiosk.readBack.open'),
          closed: words.say('kiosk.readBack.closed'),
        }}
        onChange={setChosen}
        onOpen={(linkId) => setOpened([...opened, linkId])}
      />
      {line !== undefined && <LineSheet line={line} onClose={() => setChosen(null)} />}
    </>
  );
}
