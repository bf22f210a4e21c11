import { fail } from '../../../core/basics/result.ts';
import { parseCode } from '../../../core/intake/picture-code.ts';
import type { PaperChannel } from '../../../ipc/channels.ts';
import type { Request, VisitView } from '../../../ipc/contract.ts';
import type { ContentVersion } from '../../content/content-version.ts';
import { shownCode } from '../../intake/letters.ts';
import { paperHtml, type PaperContent } from '../../paper/paper-html.ts';
import type { Printer } from '../../paper/printer.ts';
import type { Handlers } from '../serve.ts';

/** What the channels for paper work on. */
export interface PaperDesk {
  readonly visit: { readonly content: Pick<ContentVersion, 'catalogue' | 'pictogramSheet'>; show(): VisitView };
  readonly printer: Printer;
}

/** The handlers that put a code or the proof of a letter on paper, in the language of the screen. */
export function paperHandlers({ visit, printer }: PaperDesk): Handlers<PaperChannel> {
  return {
    'paper.canPrint': () => printer.canPrint(),
    'paper.print': (request) => {
      const content = contentOf(request, visit.show());
      if (content === null) return fail({ kind: 'notHere' });
      const { language } = request;
      const { catalogue, pictogramSheet } = visit.content;
      const words = { language, texts: catalogue[language], pictogramSheet: pictogramSheet() };
      return printer.print(paperHtml(content, words));
    },
  };
}

/** A code is taken from the window that shows it; a letter only from the visit that sent it. */
function contentOf(request: Request<'paper.print'>, { codeTaken, sent }: VisitView): PaperContent | null {
  if (request.kind === 'letter') {
    return sent === null || sent.takeBack === null ? null : { code: sent.takeBack, letter: sent };
  }
  const code = parseCode(request.digits);
  return code.ok && codeTaken ? { code: shownCode(code.value), letter: null } : null;
}
