import { insertInstruments } from '../../core/pack/insert-instruments.ts';
import type { ContentVersion } from './content-version.ts';

/**
 * A content version as it is asked on a day: instruments stand in their slots as long as their licences last.
 *
 * @param today `YYYY-MM-DD` at the site
 */
export function contentOn(content: ContentVersion, today: string): ContentVersion {
  if (content.instruments.length === 0) return content;
  return { ...content, pack: insertInstruments(content.pack, content.instruments, today) };
}
