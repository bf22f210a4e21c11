import { fail, ok, type Result } from '../../core/basics/result.ts';
import { resumeVisit } from '../../core/intake/act.ts';
import { parseCode } from '../../core/intake/picture-code.ts';
import type { Visit } from '../../core/intake/visit.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { GateProblem } from '../throttle/try-gate.ts';
import type { LetterInHand } from './letters.ts';
import { VisitDraft } from './visit-draft.ts';
import { visitOf } from './visit-snapshot.ts';
import type { VisitSurroundings } from './visit-surroundings.ts';

/** A visit that was kept under a code, to be gone on with. */
export interface KeptVisit {
  readonly kind: 'visit';
  readonly visit: Visit;
  /** The version that it began with. */
  readonly content: ContentVersion;
  readonly draft: VisitDraft;
}

/** What a code has opened: a visit, or a letter that it takes back. */
export type Kept = KeptVisit | { readonly kind: 'letter'; readonly letter: LetterInHand };

/** Why a code opened nothing. */
export type ResumeProblem = { readonly kind: 'noSuchCode' | 'notReadable' | 'alreadySent' | 'wrongForm' } | GateProblem;

type Around = Pick<VisitSurroundings, 'codeGate' | 'contentOf' | 'drafts' | 'isSealed' | 'letters'>;

/**
 * Opens what stands under a code. Before it is compared it counts as wrong, and stays so where it opens nothing.
 *
 * @param text what was entered, in any form
 */
export async function openKept(around: Around, text: string): Promise<Result<Kept, ResumeProblem>> {
  const code = parseCode(text);
  if (!code.ok) return fail({ kind: 'wrongForm' });
  const counted = around.codeGate.pass();
  if (!counted.ok) return counted;
  const opened = await around.drafts.open(code.value);
  if (!opened.ok) return openOther(around, opened.error);
  around.codeGate.wasRight();
  const draft = new VisitDraft(opened.value.draft, null);
  const kept = readKept(around, opened.value.contents);
  if (kept.ok) return ok({ ...kept.value, draft });
  // The power went between sealing and deleting the draft: what was sent must not be sent again.
  if (kept.error.kind === 'alreadySent') draft.discard();
  else draft.close();
  return kept;
}

/** Lets go of what a code has opened, because something else began meanwhile. It stays where it was. */
export function leaveKept(kept: Kept): void {
  if (kept.kind === 'visit') kept.draft.close();
  else kept.letter.key.fill(0);
}

/** A code that keeps no visit may take back a letter. */
function openOther(
  { codeGate, letters }: Around,
  { kind, takeBackKey }: { readonly kind: string; readonly takeBackKey?: Uint8Array },
): Result<Kept, ResumeProblem> {
  const found = takeBackKey === undefined ? null : letters.find(takeBackKey);
  if (takeBackKey !== undefined && found !== null) {
    codeGate.wasRight();
    const afterSend = { offers: [], isDayOneOf14: false };
    return ok({ kind: 'letter', letter: { slip: found.slip, key: takeBackKey, code: null, afterSend } });
  }
  takeBackKey?.fill(0);
  if (kind === 'noSuchCode') {
    codeGate.wasWrong();
    return fail({ kind: 'noSuchCode' });
  }
  codeGate.wasRight();
  return fail({ kind: 'notReadable' });
}

function readKept(
  { contentOf, isSealed }: Around,
  contents: readonly Uint8Array[],
): Result<Omit<KeptVisit, 'draft'>, ResumeProblem> {
  const visit = visitOf(contents);
  const content = visit === null ? null : contentOf(visit.contentVersion);
  if (visit === null || content === null) return fail({ kind: 'notReadable' });
  if (isSealed(visit.intakeId)) return fail({ kind: 'alreadySent' });
  return ok({ kind: 'visit', visit: resumeVisit(visit, content.pack), content });
}
