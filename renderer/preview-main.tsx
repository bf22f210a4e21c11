import '../core/basics/plain-schemas.ts';
import { createRoot } from 'react-dom/client';
import { loadPack } from '../core/pack/load.ts';
import { LANGUAGE_TAGS } from './i18n/language.ts';
import type { LoadedTexts } from './i18n/translator.ts';
import { look } from './measuring/measure.ts';
import type { Showing } from './preview/preview-app.tsx';
import type { PreviewFrame, PreviewHost, StandingText } from './preview/preview-host.ts';
import { previewKiosk } from './preview/preview-kiosk.ts';
import { PreviewVisit } from './preview/preview-visit.ts';
import { SaidTexts, standingTexts, textsAt } from './preview/standing-texts.ts';
import { showPanel } from './theme/panel.ts';
import './theme/theme.css';
import './app.css';
import './preview/preview.css';

/** What does something on a screen, and does nothing while texts are touched. */
const PRESSES = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'submit'] as const;

async function start(host: PreviewHost): Promise<void> {
  const { content } = host;
  const pack = loadPack(content.pack);
  const container = document.getElementById('root');
  if (!pack.ok || container === null) throw new Error('The questions cannot be shown');
  const { description } = content;
  const visit = new PreviewVisit(pack.value, content.policy, { language: description.siteLanguage, culture: 'danish' });
  const { bridge, onBegun } = previewKiosk(host, visit);
  // Before the screens, which take it from there.
  Object.assign(window, { kiosk: bridge });
  const { PreviewApp } = await import('./preview/preview-app.tsx');
  const said = new SaidTexts();
  let show: (change: (before: Showing) => Showing) => void = () => undefined;
  let isTouching = false;
  const anew = (): void => show((before) => ({ ...before, person: before.person + 1, first: visit.show() }));
  onBegun(anew);
  for (const press of PRESSES)
    document.addEventListener(
      press,
      (event) => {
        if (!isTouching) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.type === 'click' && event.target instanceof Element) host.touched(textsAt(event.target, said));
      },
      { capture: true },
    );
  showPanel(description.panel);
  const texts = laidOver(content.texts);
  const frame: PreviewFrame = {
    questions: (culture) => pack.value[culture].items.map(({ item }) => item.linkId),
    go: (place, setting) => {
      showPanel(setting.panel);
      visit.go(place, setting);
      anew();
    },
    word: (text) => show((before) => ({ ...before, texts: worded(before.texts, text) })),
    setTouching: (next) => {
      isTouching = next;
      document.documentElement.toggleAttribute('data-touching', next);
    },
    mark: (text) => {
      for (const { element, ...standing } of standingTexts(said))
        element.toggleAttribute('data-marked', standing.key === text?.key && standing.tag === text.tag);
    },
    texts: () => standingTexts(said).map(({ key, tag, text }) => ({ key, tag, text })),
    misfits: () => look({ pixelsPerMm: description.panel.pixelsPerMm, leastMm: 0 }).clippings.length,
  };
  createRoot(container).render(
    <PreviewApp
      {...{ description, said }}
      first={{ person: 0, first: visit.show(), texts }}
      onShow={(changed) => {
        show = changed;
        host.ready(frame);
      }}
    />,
  );
}

/** A dialect is laid over its language, as the kiosk's own window does it. */
function laidOver(texts: PreviewHost['content']['texts']): LoadedTexts {
  const over = (dialect: 'kl-tunumiit' | 'kl-x-avaneq'): LoadedTexts['kl'] => ({
    texts: { ...texts.kl.texts, ...texts[dialect].texts },
    unapproved: [...texts.kl.unapproved, ...texts[dialect].unapproved],
  });
  return { ...texts, 'kl-tunumiit': over('kl-tunumiit'), 'kl-x-avaneq': over('kl-x-avaneq') };
}

function worded(texts: LoadedTexts, { tag, key, text }: StandingText): LoadedTexts {
  const isDialectOfIt = (each: (typeof LANGUAGE_TAGS)[number]): boolean =>
    tag === 'kl' && each !== 'kl' && each.startsWith('kl') && texts[each].texts[key] === texts.kl.texts[key];
  const changed = LANGUAGE_TAGS.filter((each) => each === tag || isDialectOfIt(each)).map(
    (each) => [each, { ...texts[each], texts: { ...texts[each].texts, [key]: text } }] as const,
  );
  return { ...texts, ...Object.fromEntries(changed) };
}

const host = window.parent.previewHost;
// Alone, in a window of its own, there is nothing to show.
if (host !== undefined && window.parent !== window) void start(host);
