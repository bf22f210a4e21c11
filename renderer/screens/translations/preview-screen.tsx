import { useEffect, useMemo, useRef, useState } from 'react';
import { CULTURES, LANGUAGE_TAGS, type Culture, type LanguageTag } from '../../../core/basics/language.ts';
import type { Result } from '../../../core/basics/result.ts';
import type { Panel } from '../../../core/site/panel.ts';
import { placeOfText } from '../../../core/translation/text-place.ts';
import type { PreviewContent } from '../../../ipc/preview-contract.ts';
import type { TextsTrouble } from '../../../ipc/translation-contract.ts';
import type { PreviewFrame, StandingText } from '../../preview/preview-host.ts';
import { cultureOf, likelyPlaces, placeName, SCREENS, type PreviewPlace } from '../../preview/preview-place.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { PreviewGlass } from './preview-glass.tsx';
import { TextEditor } from './text-editor.tsx';
import { useTranslations } from './translations-context.ts';
import { useTold } from './use-told.ts';

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

const ask = (): Promise<Result<string, TextsTrouble>> => translations['translation.preview']({});

/** A screen of the kiosk, and the texts on it: touched or chosen, they are worded where they stand. */
export function PreviewScreen() {
  const { say } = useDeskWords();
  const { target } = useTranslations();
  const { value, error } = useTold(ask);
  // What the contract says of this reply.
  const content = useMemo(() => (value === null ? null : (JSON.parse(value) as PreviewContent)), [value]);
  if (error !== null)
    return (
      <p className="desk-outcome" role="alert" data-trouble>
        {say(`desk.translation.trouble.${error.kind}`)}
      </p>
    );
  return content === null ? <section aria-busy /> : <Preview key={target?.key} content={content} />;
}

/** Which screen is shown, and how. */
interface Shown {
  readonly place: PreviewPlace;
  readonly language: LanguageTag;
  readonly culture: Culture;
  readonly glass: Glass;
}

function Preview({ content }: { readonly content: PreviewContent }) {
  const { say } = useDeskWords();
  const { target, texts: all } = useTranslations();
  const [frame, setFrame] = useState<PreviewFrame | null>(null);
  const [shown, setShown] = useState<Shown>({
    place: GREETING,
    language: target?.tag ?? 'kl',
    culture: 'greenlandic',
    glass: UPRIGHT,
  });
  const { place, language, culture, glass } = shown;
  const [isTouching, setTouching] = useState(true);
  const [standing, setStanding] = useState<readonly StandingText[]>([]);
  const [chosen, setChosen] = useState<StandingText | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [misfits, setMisfits] = useState(0);
  /** As many as the screen has with the words that are kept: what is typed is not blamed for them. */
  const before = useRef(0);

  const look = (on: PreviewFrame): void => {
    setStanding(on.texts());
    setMisfits(on.misfits());
  };
  const goTo = async (on: PreviewFrame, next: Shown): Promise<void> => {
    setShown(next);
    on.go(next.place, { ...next, panel: next.glass.panel });
    await drawn();
    before.current = on.misfits();
    look(on);
  };
  const choose = (text: StandingText | null, on = frame): void => {
    setChosen(text);
    setTyped(null);
    on?.mark(text);
  };
  /** At once: later it would undo what somebody chose as soon as they could. */
  const begin = async (on: PreviewFrame): Promise<void> => {
    setFrame(on);
    const found = target === null ? null : await findPlace(on, target, { culture, glass: UPRIGHT });
    await goTo(on, { ...shown, ...found });
    if (found !== null)
      choose(on.texts().find(({ key, tag }) => key === target?.key && tag === target.tag) ?? null, on);
  };
  useEffect(() => frame?.setTouching(isTouching), [frame, isTouching]);
  const change = (next: Partial<Shown>): void => {
    if (frame === null) return;
    choose(null);
    void goTo(frame, { ...shown, ...next });
  };
  const word = (text: string): void => {
    if (chosen === null || frame === null) return;
    setTyped(text);
    frame.word({ ...chosen, text });
    void drawn().then(() => {
      look(frame);
      frame.mark(chosen);
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
          onReady={(on) => void begin(on)}
          onTouched={([first]) => {
            if (first !== undefined) choose(first);
          }}
          onWalked={() => frame !== null && void drawn().then(() => look(frame))}
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
              onKept={(kept) => {
                word(kept.text ?? '');
                setTyped(null);
                all.refresh(kept.key);
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
