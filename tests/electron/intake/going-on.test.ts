import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { expectOk } from '../../expect-ok.ts';
import { visitWithFakes } from './made-visit.ts';
import { does, NAME, placeOf } from './person.ts';
import { codeOf, saysName, takesCode } from './with-code.ts';

describe('Going on with a code', () => {
  let kiosk: ReturnType<typeof visitWithFakes>;
  let code: string;
  beforeEach(async () => {
    kiosk = visitWithFakes();
    saysName(kiosk.visit);
    code = await takesCode(kiosk.visit);
    expectOk(kiosk.visit.keep());
  });

  /** Puts other bytes under the code. */
  function keepInstead(snapshot: string): void {
    const draft = kiosk.drafts.kept.get(codeOf(code));
    if (draft !== undefined) draft.saves = [snapshot];
  }

  function standing(): string {
    return kiosk.drafts.kept.get(codeOf(code))?.saves.at(-1) ?? '';
  }

  /** The draft is there, and can still be opened with its code. */
  async function expectUntouched(): Promise<void> {
    expect(placeOf(kiosk.visit)).toBe('greeting');
    expectOk(await kiosk.visit.resume(code));
    expect(kiosk.visit.show().codeTaken).toBe(true);
  }

  test.each(['', '1234', '1111222233334449', 'hest hval hat', '1'.repeat(17)])(
    'is refused for %j, which is no code',
    async (text) => {
      expect(await kiosk.visit.resume(text)).toEqual(fail({ kind: 'wrongForm' }));
      await expectUntouched();
    },
  );

  test('is refused for a code that nobody has', async () => {
    const other = code.startsWith('1') ? '8' : '1';
    expect(await kiosk.visit.resume(`${other}${code.slice(1)}`)).toEqual(fail({ kind: 'noSuchCode' }));
    await expectUntouched();
  });

  test.each(['alreadyOpen', 'damaged', 'io'])(
    'says that something stands there which cannot be read: %s',
    async (fault) => {
      kiosk.drafts.failing.set('open', fault);
      expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'notReadable' }));
      kiosk.drafts.failing.clear();
      await expectUntouched();
    },
  );

  test('is offered at the greeting only, where nothing can be overwritten', async () => {
    does(kiosk.visit, { kind: 'proceed' });
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'wrongForm' }));
    expect(placeOf(kiosk.visit)).toBe('language');
    does(kiosk.visit, { kind: 'back' });
    await expectUntouched();
  });

  test('is refused while another code is taken, whose draft would be left open', async () => {
    const second = await takesCode(kiosk.visit);
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'wrongForm' }));
    expect(kiosk.drafts.kept.get(codeOf(second))).toMatchObject({ isOpen: true });
  });

  test('waits for a content version that is not there, and keeps the draft', async () => {
    const { contents } = kiosk;
    const versions = new Map(contents);
    contents.clear();
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'notReadable' }));
    for (const [id, version] of versions) contents.set(id, version);
    await expectUntouched();
  });

  test('happens in the content version that the visit began with', async () => {
    const id = 'ab'.repeat(32);
    const [present] = kiosk.contents.values();
    if (present === undefined) throw new Error('No content');
    kiosk.contents.set(id, { ...present, id });
    keepInstead(standing().replaceAll(present.id, id));
    expectOk(await kiosk.visit.resume(code));
    expect(kiosk.visit.content.id).toBe(id);
    kiosk.visit.finish();
    expect(kiosk.visit.content.id).toBe(present.id);
  });

  test('of an intake that was sent deletes the draft, and never sends it twice', async () => {
    const { intakeId } = JSON.parse(standing()) as { intakeId: string };
    kiosk.alreadySealed.add(intakeId);
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'alreadySent' }));
    expect(placeOf(kiosk.visit)).toBe('greeting');
    expect(kiosk.drafts.codes).toEqual([]);
    expect(kiosk.seal.sealed).toEqual([]);
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'noSuchCode' }));
  });

  test('of an intake that was sent says so again when the draft could not be deleted', async () => {
    const { intakeId } = JSON.parse(standing()) as { intakeId: string };
    kiosk.alreadySealed.add(intakeId);
    kiosk.drafts.failing.set('delete', 'io');
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'alreadySent' }));
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'alreadySent' }));
  });

  test.each([
    ['no JSON', `${NAME} {`],
    ['nothing', ''],
    ['another format', '{"format":2}'],
    ['an answer of an unknown kind', null],
  ])('is refused for a draft with %s, tells nothing of it and leaves it closed', async (_, snapshot) => {
    const good = standing();
    keepInstead(snapshot ?? good.replace('"kind":"text"', '"kind":"other"'));
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'notReadable' }));
    keepInstead(good);
    await expectUntouched();
  });
});

test('the bytes of a visit are wiped when they were saved or read', async () => {
  const kiosk = visitWithFakes();
  saysName(kiosk.visit);
  const code = await takesCode(kiosk.visit);
  does(kiosk.visit, { kind: 'back' });
  expectOk(kiosk.visit.keep());
  expectOk(await kiosk.visit.resume(code));
  expect(kiosk.drafts.handedOver).toHaveLength(4);
  for (const bytes of kiosk.drafts.handedOver) expect(bytes).toEqual(new Uint8Array(bytes.length));
});
