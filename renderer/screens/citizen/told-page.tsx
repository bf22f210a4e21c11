import { useState } from 'react';
import type { ReadBackLine } from '../../../core/intake/scene.ts';
import { ReadBackList } from '../../components/read-back-list.tsx';
import { useCitizen } from './citizen-context.ts';
import { closedPart, toldLine } from './told-line.ts';

/** One page of what was told. What stays closed is opened line by line, by the person alone. */
export function ToldPage({ lines }: { readonly lines: readonly ReadBackLine[] }) {
  const { words, visit } = useCitizen();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { accompanied } = visit.view;
  return (
    <ReadBackList
      lines={lines.map((line) => ({
        ...toldLine(line, words),
        closed: opened.includes(line.linkId) ? 'none' : closedPart(line, accompanied),
      }))}
      labels={{
        change: words.say('kiosk.readBack.change'),
        open: words.say('kiosk.readBack.open'),
        closed: words.say('kiosk.readBack.closed'),
      }}
      onChange={(linkId) => void visit.act({ kind: 'edit', linkId })}
      onOpen={(linkId) => setOpened([...opened, linkId])}
    />
  );
}
