import { LANGUAGE_TAGS, type LanguageTag } from '../../core/basics/language.ts';
import { ok, type Result } from '../../core/basics/result.ts';
import type { SitePolicy } from '../../core/intake/site.ts';
import type { Edition } from '../../core/translation/edition.ts';
import type { KioskDescription, LanguageTexts } from '../../ipc/contract.ts';
import type { PreviewContent } from '../../ipc/preview-contract.ts';
import type { TextsTrouble } from '../../ipc/translation-contract.ts';
import { json } from '../content/content-problem.ts';
import type { ContentFiles } from '../content/content-files.ts';
import type { TextsKeeper } from './texts-keeper.ts';

/** What the screens are shown from. */
export interface PreviewSources {
  /** The program's own content: its questions are those of every publication of the house. */
  readonly files: ContentFiles;
  readonly texts: Pick<TextsKeeper, 'edition'>;
  readonly description: KioskDescription;
  readonly policy: SitePolicy;
}

/** Puts together what the kiosk's screens are shown from with the words in work; as JSON. */
export function previewContent({ files, texts, description, policy }: PreviewSources): Result<string, TextsTrouble> {
  const worded: [LanguageTag, LanguageTexts][] = [];
  for (const tag of LANGUAGE_TAGS) {
    const edition = texts.edition(tag);
    if (!edition.ok) return edition;
    worded.push([tag, languageTexts(edition.value)]);
  }
  const content: PreviewContent = {
    // Somebody is there, whoever has the duty now: the screens are those of an open house.
    description: { ...description, open: true, onDuty: true, readiness: 'ready', demo: false },
    policy,
    pack: packFiles(files),
    // One for each tag.
    texts: Object.fromEntries(worded) as PreviewContent['texts'],
  };
  return ok(JSON.stringify(content));
}

function languageTexts(edition: Edition): LanguageTexts {
  const entries = [...edition.values()].filter(({ key }) => !key.startsWith('desk.'));
  return {
    texts: Object.fromEntries(entries.flatMap(({ key, text }) => (text === null ? [] : [[key, text]]))),
    unapproved: entries.filter(({ text, status }) => text !== null && status !== 'approved').map(({ key }) => key),
  };
}

function packFiles(files: ContentFiles): PreviewContent['pack'] {
  const part = (name: string): unknown => json(files, `assets/content/intake/${name}.json`);
  return {
    questionnaire: part('questionnaire'),
    overlays: { greenlandic: part('greenlandic'), danish: part('danish'), swedish: part('swedish') },
    safety: part('safety'),
  };
}
