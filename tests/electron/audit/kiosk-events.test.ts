import { readdirSync, rmSync, truncateSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '../../../core/audit/events.ts';
import { checkAuditLog } from '../../../electron/audit/audit-files.ts';
import { auditedDrafts, auditedLetters } from '../../../electron/audit/custody-events.ts';
import type { Kiosk } from '../../../electron/intake/open-kiosk.ts';
import { lettersIn } from '../../../electron/intake/letters.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import { programContent } from '../content/shipped-content.ts';
import { intakeIdOf } from '../intake-id.ts';
import { makeKioskHome, startKiosk, tryKiosk } from '../intake/kiosk-home.ts';
import { visitWithFakes } from '../intake/made-visit.ts';
import { goesTo } from '../intake/person.ts';
import { makeTestHome, openTestHome, openTestHomeForTest, someCode, tryTestHome } from '../test-home.ts';
import { auditEvents, auditLines } from './audit-events.ts';

const codesOf = (events: readonly AuditEvent[]) => events.map(({ event }) => event);

describe('A home', () => {
  test('writes down that it was opened and closed, and which start it was', async () => {
    const directory = makeTestHome();
    await (await openTestHome(directory)).close();
    await (await openTestHome(directory)).close();
    expect(auditEvents(join(directory, 'audit'))).toEqual([
      { event: 'logBegun' },
      { event: 'homeOpened', start: 1, before: 'none' },
      { event: 'homeClosed', reason: 'ended' },
      { event: 'homeOpened', start: 2, before: 'closed' },
      { event: 'homeClosed', reason: 'ended' },
    ]);
  });

  test('writes down what a start found: the state fell back, and a sealed intake is missing', async () => {
    const directory = makeTestHome();
    const home = await openTestHome(directory);
    const { outbox } = home.custody;
    const { seq } = outbox.next();
    expectOk(outbox.commit({ seq, intakeId: intakeIdOf(1), bytes: new Uint8Array([1]), withdrawTag: null }));
    await home.close();
    rmSync(join(home.layout.outbox, '00000001.age'));
    writeFileSync(join(home.layout.state, 'state.a'), 'damaged');
    await openTestHomeForTest(directory);
    expect(auditEvents(home.layout.audit).slice(-3)).toEqual([
      { event: 'homeOpened', start: expect.any(Number) as number, before: 'closed' },
      { event: 'stateFellBack' },
      { event: 'custodyGap', count: 1, first: 1 },
    ]);
  });

  test('that cannot be opened says why, and the next start knows that nothing was killed', async () => {
    const directory = makeTestHome();
    const ledger = join(directory, 'ledger', 'ledger.jsonl');
    writeFileSync(ledger, 'nonsense\n');
    expect(await tryTestHome(directory)).toMatchObject({ ok: false });
    const refused = { event: 'homeRefused', reason: 'ledgerDamaged' };
    expect(auditEvents(join(directory, 'audit')).at(-1)).toEqual(refused);
    truncateSync(ledger);
    await openTestHomeForTest(directory);
    expect(auditEvents(join(directory, 'audit')).at(-1)).toMatchObject({ event: 'homeOpened', before: 'closed' });
  });
});

describe('Custody', () => {
  test('writes down a draft whose last save was torn, and one that is damaged', async () => {
    const home = await openTestHomeForTest(makeTestHome());
    const drafts = auditedDrafts(home.custody.drafts, home.audit.record);
    const code = someCode();
    const created = expectOk(await drafts.create(code, new Uint8Array([1])));
    expectOk(created.save(new Uint8Array([2]), () => new Uint8Array([2])));
    created.close();
    const path = join(home.layout.drafts, readdirSync(home.layout.drafts)[0] ?? '');
    truncateSync(path, statSync(path).size - 1);
    expectOk(await drafts.open(code)).draft.close();
    expect(auditEvents(home.layout.audit).at(-1)).toEqual({ event: 'draftTailCut' });
    truncateSync(path, 50);
    expect(await drafts.open(code)).toMatchObject({ error: { kind: 'damaged' } });
    expect(auditEvents(home.layout.audit).at(-1)).toEqual({ event: 'draftSetAside' });
  });

  test('writes down what was taken back, once', async () => {
    const home = await openTestHomeForTest(makeTestHome());
    const { outbox } = home.custody;
    const withdrawTag = withdrawTagOf(keyOf(1), nodeHasher);
    const { seq } = outbox.next();
    expectOk(outbox.commit({ seq, intakeId: intakeIdOf(1), bytes: new Uint8Array([1]), withdrawTag }));
    const place = { kioskId: home.custody.enrolment.kioskId, timeZone: 'America/Nuuk' };
    const letters = auditedLetters(lettersIn(outbox, place), home.audit.record);
    expect(letters.takeBack(keyOf(2))).toMatchObject({ ok: false });
    expect(letters.find(keyOf(1))).toMatchObject({ state: 'sealed' });
    expectOk(letters.takeBack(keyOf(1)));
    expectOk(letters.takeBack(keyOf(1)));
    const withdrawn = auditEvents(home.layout.audit).filter(({ event }) => event === 'intakeWithdrawn');
    expect(withdrawn).toEqual([{ event: 'intakeWithdrawn', seq }]);
  });
});

test('Wrong codes are written down by their count, and the wait that they bring', async () => {
  const { visit, recorded } = visitWithFakes();
  for (let tries = 0; tries < 6; tries += 1) await visit.resume('1111 2222 3333 4444');
  expect(recorded).toEqual([
    ...[1, 2, 3, 4, 5].map((count) => ({ event: 'codeWrong', count })),
    { event: 'codesThrottled', waitMs: 15_000 },
  ]);
});

describe('A kiosk', () => {
  let centre: MadeCentre;
  beforeAll(async () => {
    centre = await makeCentre();
  });
  afterAll(() => centre.remove());
  const logOf = ({ home }: Kiosk): string => home.layout.audit;

  test('writes a whole day into one chain, without a word that anybody said', async () => {
    const kiosk = await startKiosk(makeKioskHome(centre), programContent());
    kiosk.alerts.desk.raise('test');
    kiosk.alerts.desk.acknowledge();
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    expectOk(kiosk.visit.takeBack());
    kiosk.visit.finish();
    await kiosk.home.close();
    const log = logOf(kiosk);
    expect(codesOf(auditEvents(log))).toEqual([
      ...['logBegun', 'homeOpened', 'contentInstalled', 'kioskReady'],
      ...['alertRaised', 'alertAnswered', 'alertFinished', 'intakeSealed', 'intakeWithdrawn', 'homeClosed'],
    ]);
    expect(expectOk(checkAuditLog(log)).problems).toEqual([]);
    const words = auditLines(log).flatMap((line) => [...line.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? ''));
    expect(words.filter((word) => !/^[a-zA-Z0-9]+$/.test(word))).toEqual([]);
  });

  test('that is not opened to people says why', async () => {
    const home = makeKioskHome(centre, { card: { format: 2 } });
    expect(await tryKiosk(home, programContent())).toMatchObject({ ok: false });
    expect(auditEvents(join(home, 'audit')).at(-1)).toEqual({ event: 'homeClosed', reason: 'otherFormat' });
  });
});
