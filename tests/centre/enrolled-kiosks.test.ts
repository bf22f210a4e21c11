import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepEnrolledKiosk } from '../../centre/enrolled-kiosks.ts';
import { expectOk } from '../expect-ok.ts';
import { DeliveringKiosk, receiptIn } from './delivered-kiosk.ts';
import { centre, makeCentre, open, storeBundle, type MadeCentre } from './made-centre.ts';

let made: MadeCentre;
beforeEach(async () => void (made = await makeCentre()));
afterEach(() => made.remove());

const enrol = (): void => void expectOk(keepEnrolledKiosk(made.home, { format: 1, card: made.kiosk, revoked: null }));
const receive = (folder: string) => centre('receive', folder, '--home', made.home, '--json');
const revoke = (after: number) =>
  centre('revoke', '--kiosk', made.kiosk.kioskId, '--after', String(after), '--home', made.home, '--json');

test('an enrolled kiosk needs no kiosk.json to be received from', async () => {
  enrol();
  const kiosk = new DeliveringKiosk(made);
  await kiosk.seal();
  expect(await receive(kiosk.lay('stick'))).toMatchObject({ code: 0, json: { received: [{ seq: 1 }] } });
});

test('what a revoked kiosk sealed later is refused with the reason, and what it sealed before is taken', async () => {
  enrol();
  const kiosk = new DeliveringKiosk(made);
  await kiosk.sealSeveral(2);
  const folder = kiosk.lay('stick');
  expect((await revoke(1)).code).toBe(0);
  const [, second] = kiosk.sent;
  const refusal = { seq: 2, sha256: second?.sha256, reason: 'revoked' };
  expect(await receive(folder)).toMatchObject({
    code: 3,
    json: { received: [{ seq: 1 }], refused: [{ ...refusal, kiosk: made.kiosk.kioskId }] },
  });
  expect(receiptIn(folder)).toMatchObject({ received: [{ seq: 1 }], refused: [refusal] });
  const opened = await open(made, storeBundle(made, second?.bytes ?? new Uint8Array()));
  expect(opened).toMatchObject({ code: 3, json: { refused: [{ reason: 'revoked' }] } });
});

test('a bundle on its way while the keys changed is opened all the same', async () => {
  const kiosk = new DeliveringKiosk(made);
  const { bytes } = await kiosk.seal();
  expect((await centre('rotate', '--unprotected', '--identities', '--home', made.home)).code).toBe(0);
  expect((await open(made, storeBundle(made, bytes))).code).toBe(0);
});

test('a list of kiosks that is damaged stops everything: it must not count as one without revocations', async () => {
  mkdirSync(join(made.home, 'kiosks'));
  writeFileSync(join(made.home, 'kiosks', `${made.kiosk.kioskId}.json`), '{}');
  const kiosk = new DeliveringKiosk(made);
  await kiosk.seal();
  expect((await receive(kiosk.lay('stick'))).code).toBe(2);
  expect((await open(made, storeBundle(made, kiosk.sent[0]?.bytes ?? new Uint8Array()))).code).toBe(2);
});
