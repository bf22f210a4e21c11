import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CULTURES, LANGUAGE_TAGS, type Culture, type LanguageTag } from '../../../core/basics/language.ts';
import type { Panel } from '../../../core/site/panel.ts';
import { placeOfText } from '../../../core/translation/text-place.ts';
import type { PreviewContent } from '../../../ipc/preview-contract.ts';
import type { PreviewFrame, StandingText } from '../../preview/preview-host.ts';
import { cultureOf, likelyPlaces, placeName, SCREENS, type PreviewPlace } from '../../preview/preview-place.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { PreviewGlass } from './preview-glass.tsx';
import { TextEditor } from './text-editor.tsx';
import { useTranslations } from './translations-context.ts';

/** The glasses that the screens are looked at on. */
const GLASSES: readonly {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly panel: Panel;
}[] = [
  { name: 'upright', width: 1080, height: 1920, panel: { kind: 'fixed', pixelsPerMm: 3.78 } },
  { name: 'wide', width: 1920, height: 1080, panel: { kind: 'fixed', pixelsPerMm: 3.78 } },
  { name: 'tablet', width: 1280, height: 800, panel: { kind: 'tablet', pixelsPerMm: 5.9 } },
];
type Glass = (typeof GLASSES)[number];
const [UPRIGHT] = GLASSES as readonly [Glass];

const GREETING: PreviewPlace = { kind: 'screen', name: 'greeting' };

/** A screen of the kiosk, and the texts on it: touched or chosen, they are worded where they stand. */
export function PreviewScreen() {
  const { target } = useTranslations();
  const [content, setContent] = useState<PreviewContent | null>(null);
  useEffect(() => {
    translations['translation.preview']({}).then(
      (told) => {
        // What the contract says of this reply.
        if (told.ok) setContent(JSON.parse(told.value) as PreviewContent);
      },
      () => undefined,
    );
  }, []);
  return content === null ? <section aria-busy /> : <Preview key={target?.key} content={content} />;
}

function Preview({ content }: { readonly content: PreviewContent }) {
  const { say } = useDeskWords();
  const { target, texts: all } = useTranslations();
  const [frame, setFrame] = useState<PreviewFrame | null>(null);
  const [language, setLanguage] = useState<LanguageTag>(target?.tag ?? 'kl');
  const [culture, setCulture] = useState<Culture>('greenlandic');
  const [glass, setGlass] = useState<Glass>(UPRIGHT);
  const [place, setPlace] = useState<PreviewPlace>(GREETING);
  const [isTouching, setTouching] = useState(true);
  const [standing, setStanding] = useState<readonly StandingText[]>([]);
  const [chosen, setChosen] = useState<StandingText | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [misfits, setMisfits] = useState(0);
  /** As many as the screen has with the words that are kept: what is typed is not blamed for them. */
  const before = useRef(0);

  const look = useCallback((): void => {
    if (frame === null) return;
    setStanding(frame.texts());
    setMisfits(frame.misfits());
  }, [frame]);
  const goTo = useCallback(
    async (
      next: PreviewPlace,
      how: { readonly language: LanguageTag; readonly culture: Culture; readonly glass: Glass },
    ) => {
      if (frame === null) return;
      frame.go(next, { ...how, panel: how.glass.panel });
      await drawn();
      before.current = frame.misfits();
      look();
    },
    [frame, look],
  );
  const choose = useCallback(
    (text: StandingText | null): void => {
      setChosen(text);
      setTyped(null);
      frame?.mark(text);
    },
    [frame],
  );
  // At once: later it would undo what somebody chose as soon as they could.
  useLayoutEffect(() => {
    if (frame === null) return;
    void (async () => {
      const found = target === null ? null : await findPlace(frame, target, { culture, glass: UPRIGHT });
      if (found === null) return goTo(place, { language, culture, glass });
      setPlace(found.place);
      setCulture(found.culture);
      await goTo(found.place, { language: target?.tag ?? language, culture: found.culture, glass });
      choose(frame.texts().find(({ key, tag }) => key === target?.key && tag === target.tag) ?? null);
    })();
    // Once, when the frame stands: afterwards somebody chooses.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [frame]);
  useEffect(() => frame?.setTouching(isTouching), [frame, isTouching]);
  const change = (
    next: Partial<{ language: LanguageTag; culture: Culture; glass: Glass; place: PreviewPlace }>,
  ): void => {
    const now = { language, culture, glass, place, ...next };
    setLanguage(now.language);
    setCulture(now.culture);
    setGlass(now.glass);
    setPlace(now.place);
    choose(null);
    void goTo(now.place, now);
  };
  const word = (text: string): void => {
    if (chosen === null) return;
    setTyped(text);
    frame?.word({ ...chosen, text });
    void drawn().then(() => {
      look();
      frame?.mark(chosen);
    });
  };
  const questions = useMemo(() => frame?.questions(culture) ?? [], [frame, culture]);
  const titles = content.texts.da.texts;
  const room = all.rows.find(({ key }) => key === chosen?.key)?.room ?? 0;
  return (
    <section className="preview">
      <h1 className="unseen">{say('desk.translation.tab.preview')}</h1>
      <div className="preview-both">
        <PreviewGlass
          content={content}
          glass={glass}
          onReady={setFrame}
          onTouched={([first]) => {
            if (first !== undefined) choose(first);
          }}
          onWalked={() => void drawn().then(look)}
        />
        <div className="preview-side">
          <div className="preview-tools">
            <select
              aria-label={say('desk.translation.preview.place')}
              value={placeName(place)}
              onChange={({ currentTarget }) => change({ place: placeNamed(currentTarget.value) })}
            >
              <optgroup label={say('desk.translation.place.screens')}>
                {SCREENS.map((name) => (
                  <option key={name} value={name}>
                    {say(`desk.translation.screen.${name}`)}
                  </option>
                ))}
              </optgroup>
              <optgroup label={say('desk.translation.place.question')}>
                {questions.map((linkId) => (
                  <option key={linkId} value={`question ${linkId}`}>
                    {titleOf(linkId, culture, titles)}
                  </option>
                ))}
              </optgroup>
            </select>
            <select
              aria-label={say('desk.translation.exchange.language')}
              value={language}
              onChange={({ currentTarget }) =>
                change({ language: LANGUAGE_TAGS.find((each) => each === currentTarget.value) ?? 'kl' })
              }
            >
              {LANGUAGE_TAGS.map((each) => (
                <option key={each} value={each}>
                  {say(`desk.translation.tag.${each}`)}
                </option>
              ))}
            </select>
            <select
              aria-label={say('desk.translation.preview.culture')}
              value={culture}
              onChange={({ currentTarget }) => change({ culture: cultureOf(currentTarget.value) ?? 'danish' })}
            >
              {CULTURES.map((each) => (
                <option key={each} value={each}>
                  {say(`desk.translation.culture.${each}`)}
                </option>
              ))}
            </select>
            <select
              aria-label={say('desk.translation.preview.glass')}
              value={glass.name}
              onChange={({ currentTarget }) =>
                change({ glass: GLASSES.find(({ name }) => name === currentTarget.value) ?? UPRIGHT })
              }
            >
              {GLASSES.map(({ name }) => (
                <option key={name} value={name}>
                  {say(`desk.translation.glass.${name}`)}
                </option>
              ))}
            </select>
            <label className="preview-touching">
              <input type="checkbox" checked={isTouching} onChange={() => setTouching(!isTouching)} />
              {say('desk.translation.preview.touching')}
            </label>
          </div>
          <p role="status" data-fits={misfits <= before.current} className="preview-fits">
            {say(misfits <= before.current ? 'desk.translation.preview.fits' : 'desk.translation.preview.fitsNot')}
          </p>
          {chosen === null ? (
            <ul className="preview-texts" aria-label={say('desk.translation.preview.texts')}>
              {standing.map((text) => (
                <li key={`${text.tag} ${text.key}`}>
                  <button
                    type="button"
                    lang={text.tag}
                    data-key={text.key}
                    data-tag={text.tag}
                    onClick={() => choose(text)}
                  >
                    {text.text}
                  </button>
                </li>
              ))}
            </ul>
          ) : (
            <TextEditor
              key={`${chosen.tag} ${chosen.key}`}
              textKey={chosen.key}
              tag={chosen.tag}
              room={room}
              typed={typed}
              onType={(text) => word(text)}
              onKept={(shown) => {
                word(shown.text ?? '');
                setTyped(null);
                all.refresh(shown.key);
              }}
              onLeave={() => choose(null)}
            />
          )}
        </div>
      </div>
    </section>
  );
}

function placeNamed(name: string): PreviewPlace {
  const [, linkId] = /^question (.+)$/.exec(name) ?? [];
  return linkId === undefined ? { kind: 'screen', name } : { kind: 'question', linkId };
}

/** A question in the words of its version; its name where it has none. */
function titleOf(linkId: string, culture: Culture, titles: Readonly<Record<string, string>>): string {
  const own = titles[`intake.${linkId}@${culture}.title`] ?? titles[`intake.${linkId}.title`];
  return own === undefined ? linkId : `${own} (${linkId})`;
}

/** Looks for a text on the screens on which it may stand. */
async function findPlace(
  frame: PreviewFrame,
  { key, tag }: { readonly key: string; readonly tag: LanguageTag },
  { culture, glass }: { readonly culture: Culture; readonly glass: Glass },
): Promise<{ readonly place: PreviewPlace; readonly culture: Culture } | null> {
  const at = placeOfText(key);
  const own = at.kind === 'question' ? cultureOf(at.culture) : null;
  const cultures = own === null ? [culture, ...CULTURES.filter((each) => each !== culture)] : [own];
  for (const each of cultures)
    for (const place of likelyPlaces(at.kind === 'question' ? at.linkId : null)) {
      if (place.kind === 'question' && !frame.questions(each).includes(place.linkId)) continue;
      frame.go(place, { language: tag, culture: each, panel: glass.panel });
      await drawn();
      if (frame.texts().some((text) => text.key === key && text.tag === tag)) return { place, culture: each };
    }
  return null;
}

/** Until the screen that was asked for is drawn. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
