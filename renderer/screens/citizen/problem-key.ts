import type { Replies } from '../../../ipc/contract.ts';

type ErrorOf<R> = R extends { readonly ok: false; readonly error: infer E } ? E : never;
/** Everything that the kiosk may refuse with in a visit. */
export type KioskProblem = ErrorOf<
  Replies['visit.act' | 'visit.takeCode' | 'visit.resume' | 'visit.forget' | 'visit.send' | 'visit.takeBack']
>;

const KEYS: Partial<Record<KioskProblem['kind'], string>> = {
  full: 'kiosk.problem.full',
  notSaved: 'kiosk.problem.notSaved',
  tooLong: 'kiosk.problem.tooLong',
  empty: 'kiosk.problem.empty',
  tooMany: 'kiosk.problem.tooMany',
  noSuchCode: 'kiosk.resume.noSuchCode',
  wrongForm: 'kiosk.resume.noSuchCode',
  notReadable: 'kiosk.resume.notReadable',
  alreadySent: 'kiosk.resume.alreadySent',
  notDeleted: 'kiosk.problem.notDeleted',
  wait: 'presence.code.waitSeconds',
  tooLate: 'letter.problem.tooLate',
  notErased: 'letter.problem.notErased',
  notTakenBack: 'letter.problem.notTakenBack',
};

/** The key of the sentence that says what to do about a problem. */
export function problemKey({ kind }: KioskProblem): string {
  return KEYS[kind] ?? 'kiosk.problem.unexpected';
}
