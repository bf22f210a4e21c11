import type { ContentVersion } from '../content/content-version.ts';
import { openReady } from '../content/published-content.ts';
import type { Home } from '../store/home.ts';
import { publicationInUse, withProgramsOwn, withTaken, type PublicationRecord } from '../store/publications.ts';
import { standOver } from './make-publication.ts';

/** What a start opens the house's publication with. */
export interface PublicationOptions {
  readonly home: Pick<Home, 'layout' | 'state' | 'audit'>;
  /** The id of the program's own content. */
  readonly programId: string;
  readonly appVersion: string;
}

/**
 * Opens what the house has published and uses, as fast as the program's own content. Where the program has become another,
 * it is made anew over that program's content first.
 *
 * @returns null where the program's own content is shown: the house uses that, or its own cannot be
 */
export function openPublication(options: PublicationOptions): ContentVersion | null {
  const { home, programId, appVersion } = options;
  const record = publicationInUse(home.state.content.publications);
  if (record === null) return null;
  const isOfNow = record.program === programId && record.preparedBy === appVersion;
  const ready = isOfNow ? openReady(home.layout.content, record) : null;
  return ready ?? openAnew(record, options);
}

function openAnew(
  record: PublicationRecord,
  { home: { layout, state, audit }, programId, appVersion }: PublicationOptions,
): ContentVersion | null {
  const house = { content: layout.content, translations: layout.translations, programId };
  const standing = standOver(house, record, appVersion);
  if (standing.ok) {
    // Where the disk refuses, the next start does the same again.
    state.change((content) => ({ ...content, publications: withTaken(content.publications, standing.value.record) }));
    if (record.program !== programId) audit.record({ event: 'textsCarriedOver' });
    return standing.value.content;
  }
  if (standing.error.kind === 'faults') {
    state.change((content) => ({ ...content, publications: withProgramsOwn(content.publications) }));
    audit.record({ event: 'textsNotCarriedOver' });
  } else audit.record({ event: 'publicationDamaged' });
  return null;
}
