import { meaningsOf, standings, type Register, type Standing } from '../../core/pack/meanings.ts';
import type { Pack } from '../../core/pack/load.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { TextProblem } from '../locales/locale-files.ts';
import { REGISTER_FILE } from './content-source.ts';

/** Checks that every code still means what it has always meant, and that the register knows every code. */
export function checkCodes(register: Register, pack: Pack, danish: Texts): readonly TextProblem[] {
  const found = standings(register, meaningsOf(pack, danish, nodeHasher));
  return [...found].flatMap(([key, standing]) => {
    // Of a new question, its answers are new as well: once is enough.
    if (standing === 'new' && key.includes('.') && found.get(key.split('.')[0] ?? '') === 'new') return [];
    const remedy = remedyFor(standing, key);
    return remedy === null ? [] : [{ file: REGISTER_FILE, key, remedy }];
  });
}

/** What to do about a code that does not stand in the register as it is used; null when it does. */
export function remedyFor(standing: Standing, key: string): string | null {
  const confirm = `If the meaning is the same, confirm it with \`npm run codes -- --same ${key}\`; if it is another meaning, give it a new code.`;
  switch (standing) {
    case 'same':
      return null;
    case 'new':
      return 'This code is new: run `npm run codes`, so that nobody ever uses it for something else.';
    case 'back':
      return 'This code had been given up and is used again: run `npm run codes`.';
    case 'unused':
      return 'No version uses this code any more: run `npm run codes`, so that nobody uses it for something else.';
    case 'changed':
      return `The Danish text or the number of this code has changed. ${confirm}`;
    case 'reused':
      return `This code had been given up and meant something else. ${confirm}`;
  }
}
