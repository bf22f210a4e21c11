import type { ReadBackLine } from '../../core/intake/scene.ts';

/** What was said, as one reads it: keys of texts, the person's own words, and numbers. */
export function wordsOf(said: ReadBackLine['said']): readonly string[] {
  switch (said.kind) {
    case 'options':
      return said.textKeys;
    case 'words':
      return [said.text];
    case 'number':
      return [String(said.value)];
    case 'days':
      return [`${said.count} of ${said.lastDays}`];
    case 'episodes':
      return said.episodes.flatMap(({ drinks, shareKey, companyKey }) => [
        ...drinks.map(({ textKey, count }) => `${count} × ${textKey}`),
        ...[shareKey, companyKey].filter((key) => key !== null),
      ]);
    case 'circle':
      return said.people.map(({ whoKey, ringKey }) => `${whoKey} in ${ringKey}`);
    case 'nonAnswer':
      return [said.textKey];
  }
}
