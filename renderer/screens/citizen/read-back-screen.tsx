import type { ReadBackLine, Scene } from '../../../core/intake/scene.ts';
import type { ForwardButton } from '../../components/control-bar.tsx';
import { Heading } from '../../components/heading.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { useCitizen } from './citizen-context.ts';
import { NothingToldScreen } from './nothing-told-screen.tsx';
import { ReadBackEnd } from './read-back-end.tsx';
import { PAGE_ROOM, readBackPages, ROWS_OF_A_TITLE, rowsOf, type PageRoom } from './read-back-pages.ts';
import { Screen } from './screen.tsx';
import { toldLine } from './told-line.ts';
import { ToldPage } from './told-page.tsx';
import { toldSections } from './told-sections.ts';

type ReadBack = Extract<Scene, { kind: 'readBack' }>;

/** Everything that was told, page by page. Send stands only where the last line was seen. */
export function ReadBackScreen({ scene }: { readonly scene: ReadBack }) {
  const { words, visit, mark, readBackPage } = useCitizen();
  const opens = new Set(toldSections(scene.lines).map(({ lines }) => lines[0]?.linkId));
  const rows = (line: ReadBackLine): number =>
    rowsOf(toldLine(line, words)) + (opens.has(line.linkId) ? ROWS_OF_A_TITLE : 0);
  const pages = readBackPages(scene.lines, rows, roomOnScreen());
  const shown = Math.min(readBackPage.shown, pages.length - 1);
  const isLast = shown === pages.length - 1;
  if (scene.lines.length === 0) return <NothingToldScreen open={scene.open} />;
  const turnOn = {
    label: words.say('kiosk.bar.continue'),
    pictogram: 'continue',
    onPress: () => readBackPage.turnTo(shown + 1),
  };
  return (
    <Screen
      key={shown}
      scene="readBack"
      onBack={() => (shown > 0 ? readBackPage.turnTo(shown - 1) : void visit.act({ kind: 'back' }))}
      forward={isLast ? sendButton(words, () => void visit.send()) : turnOn}
    >
      <Heading
        lines={words.lines('kiosk.readBack.title', 'privacy')}
        mark={mark}
        hint={shown === 0 ? words.lines('kiosk.readBack.hint', 'privacy') : null}
        note={pageNote(words, { page: shown + 1, pages: pages.length })}
      />
      {/* What was opened is closed again when a page is turned, and when somebody comes. */}
      <ToldPage key={String(visit.view.accompanied)} lines={pages[shown] ?? []} />
      {isLast && <ReadBackEnd open={scene.open} />}
    </Screen>
  );
}

function roomOnScreen(): PageRoom {
  const is = (query: string): boolean => window.matchMedia(query).matches;
  if (is('(orientation: portrait)')) return PAGE_ROOM.upright;
  return is('(max-height: 56rem)') ? PAGE_ROOM.low : PAGE_ROOM.wide;
}

/** Send permits something: the words on the button are those of the letter beside it, in both languages. */
function sendButton(words: Words, onPress: () => void): ForwardButton {
  const { first, second } = words.lines('kiosk.bar.send', 'privacy');
  return { label: first.text, second, pictogram: 'sent', onPress };
}

function pageNote(words: Words, { page, pages }: { readonly page: number; readonly pages: number }) {
  if (pages === 1) return null;
  const number = (value: number): string => formatNumber(value, words.language);
  return {
    language: words.language,
    text: words.say('kiosk.readBack.page', { page: number(page), pages: number(pages) }),
  };
}
