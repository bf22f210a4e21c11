import type { LanguageTag } from '../core/basics/language.ts';
import type { PackFiles } from '../core/pack/load.ts';
import type { SitePolicy } from '../core/intake/site.ts';
import type { KioskDescription, LanguageTexts } from './contract.ts';

/** What the kiosk's screens are shown from without a kiosk: nothing of any person is in it. */
export interface PreviewContent {
  readonly description: KioskDescription;
  readonly policy: SitePolicy;
  readonly pack: PackFiles;
  /** The words in work, drafts included; of a dialect only its own. */
  readonly texts: Readonly<Record<LanguageTag, LanguageTexts>>;
}
