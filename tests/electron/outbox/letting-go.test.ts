import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkHome } from '../../../electron/fsck/check-home.ts';
import { Mirror } from '../../../electron/outbox/mirror.ts';
import { systemRandom } from '../../../node/random.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import { PowerCut, dyingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { clock, DAY_MS, pair, ReceiptedHome } from './receipted-home.ts';

let home: ReceiptedHome;
beforeEach(async () => {
  home = await ReceiptedHome.make();
});

describe('letting go', () => {
  test('waits seven days of time that passed, and then leaves a line and no file', async () => {
    const kiosk = home.open();
    await kiosk.desk.take(home.receipt(1, 2));
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    home.passedMs += 7 * DAY_MS - 1;
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    home.passedMs += 1;
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 2 });
    expect(home.sealedFiles()).toEqual(['00000003.age']);
    expect(kiosk.outbox.letter(keyOf(1))?.state).toBe('purged');
    expect(kiosk.events).toContain('intakesPurged');
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    expect(kiosk.state.content.purgeNotes).toEqual([]);
  });

  test('is never done to what the centre has not signed for', async () => {
    const kiosk = home.open();
    home.passedMs = 400 * DAY_MS;
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    expect(kiosk.outbox.purge([pair(1)])).toMatchObject({ ok: true });
    expect(home.ledgerText()).not.toContain('"purged"');
    expect(home.sealedFiles()).toContain('00000001.age');
  });

  test('leaves a home in which the check finds nothing wrong', async () => {
    const kiosk = home.open();
    await kiosk.desk.take(home.receipt(1));
    await home.purgeAll(kiosk);
    kiosk.outbox.close();
    const checked = await checkHome({ directory: home.directory, random: systemRandom, clock, trusted: null });
    expect(checked).toMatchObject({ ok: true, value: { found: { sealed: 2, gaps: [], forks: [], unledgered: 0 } } });
  });

  test('goes from the second medium, too', async () => {
    const kiosk = home.open();
    const folder = temporaryFolder();
    const mediumOf = (path: string): number => (path === folder ? 2 : 1);
    const mirror = new Mirror({
      outbox: kiosk.outbox,
      home: home.directory,
      folder: () => folder,
      tell: () => undefined,
      mediumOf,
    });
    await mirror.catchUp();
    expect(readdirSync(folder)).toHaveLength(3);
    await kiosk.desk.take(home.receipt(1, 2, 3));
    await mirror.catchUp();
    expect(readdirSync(folder)).toHaveLength(3);
    await home.purgeAll(kiosk);
    await mirror.catchUp();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a power cut', () => {
  const calls = ['write', 'fsync', 'link', 'unlink'] as const;
  const cuts = calls.flatMap((call) => [1, 2, 3].map((from) => [call, from] as const));

  test.each(cuts)('at %s number %i while receipts are taken and intakes go loses nothing', async (call, from) => {
    const fs = dyingFileSystem(call, from);
    const file = home.receipt(1, 2);
    try {
      const kiosk = home.open(fs);
      expectOk(
        kiosk.state.change((content) => ({ ...content, settings: { ...content.settings, keptDaysAfterReceipt: 0 } })),
      );
      await kiosk.desk.take(file);
      await kiosk.desk.purge();
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown;
    }
    const kiosk = home.open();
    const purged = new Set(kiosk.outbox.gone().map(({ seq }) => seq));
    // What is still promised is there, and what has gone by the ledger is gone.
    expect(home.sealedFiles().filter((name) => name.endsWith('.age'))).toEqual(
      [1, 2, 3].filter((seq) => !purged.has(seq)).map((seq) => `0000000${seq}.age`),
    );
    expect(statSync(join(home.directory, 'outbox', '00000003.age')).size).toBeGreaterThan(0);
    await kiosk.desk.take(file);
    const days = kiosk.state.content.settings.keptDaysAfterReceipt;
    await kiosk.desk.purge();
    home.passedMs += days * DAY_MS;
    await kiosk.desk.purge();
    expect(home.sealedFiles()).toEqual(['00000003.age']);
    kiosk.outbox.close();
  });
});
