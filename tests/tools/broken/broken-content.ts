import type { Register } from '../../../core/pack/meanings.ts';
import { PACK_FOLDER, REGISTER_FILE } from '../../../tools/content/content-source.ts';
import type { TextProblem } from '../../../tools/locales/locale-files.ts';
import { fileText, write, type OpenContent } from '../open-content.ts';

/** The content that ships with one mistake in its texts or files, and the problem that says what to do about it. */
export interface BrokenContent {
  readonly what: string;
  readonly breaking: (content: OpenContent) => unknown;
  readonly problem: TextProblem;
}

export const QUESTIONNAIRE = `${PACK_FOLDER}/questionnaire.json`;

export function editRegister(content: OpenContent, edit: (register: Register) => unknown): void {
  const register = JSON.parse(fileText(content, REGISTER_FILE)) as Register;
  edit(register);
  write(content, REGISTER_FILE, register);
}
