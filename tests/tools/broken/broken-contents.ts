import { AGREEMENT } from './agreement.ts';
import type { BrokenContent } from './broken-content.ts';
import { CODES } from './codes.ts';
import { FILES } from './files.ts';
import { TEXTS } from './texts.ts';

/** Every broken content. */
export const BROKEN_CONTENTS: readonly BrokenContent[] = [...TEXTS, ...AGREEMENT, ...CODES, ...FILES];
