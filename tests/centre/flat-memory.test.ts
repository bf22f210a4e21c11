import { expect, test } from 'vitest';
import { Inbox } from '../../centre/inbox/inbox.ts';
import { expectOk } from '../expect-ok.ts';
import { DeliveringKiosk, receive } from './delivered-kiosk.ts';
import { makeCentre } from './made-centre.ts';

test('An open inbox holds of an intake only its number, its file and the file before it, however many came', async () => {
  const made = await makeCentre();
  try {
    const kiosk = new DeliveringKiosk(made);
    const sent = await kiosk.sealSeveral(2);
    expect((await receive(made, kiosk.lay('stick'))).code).toBe(0);
    const inbox = expectOk(Inbox.open(made.home));
    inbox.close();
    const expected = sent.map(({ seq, intake: { intakeId }, sha256 }, index) => ({
      sha256,
      manifest: { intakeId, kioskId: made.kiosk.kioskId, seq, prevHash: sent[index - 1]?.sha256 ?? null },
    }));
    expect([...inbox.records].sort((one, other) => one.manifest.seq - other.manifest.seq)).toEqual(expected);
    // Nothing beside them: what was found at the opening goes, but for what is said of it.
    expect(inbox.found).toEqual({ isIndexDamaged: false, strange: [] });
  } finally {
    made.remove();
  }
});
