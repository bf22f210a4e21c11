import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { parseIntake } from '../../../core/intake/intake.ts';
import { closedDescription } from '../../../electron/intake/kiosk-description.ts';
import type { Kiosk } from '../../../electron/intake/open-kiosk.ts';
import { DEVICE_SECRET_FILE } from '../../../electron/store/home-layout.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, newMinisignKey } from '../../../node/minisign-keys.ts';
import { systemRandom } from '../../../node/random.ts';
import { makeCentre, open, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { HandUptime } from '../hand-uptime.ts';
import { PICTOGRAM, programContent } from '../content/shipped-content.ts';
import { makeKioskHome, moveSecretToKeyStore, startKiosk, tryKiosk, type KioskHome } from './kiosk-home.ts';
import { goesTo, NAME, placeOf } from './person.ts';

let centre: MadeCentre;
let program: string;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());
beforeEach(() => {
  program = programContent();
});
afterEach(() => rmSync(centre.out, { recursive: true, force: true }));

/** A folder of a home. */
const inHome = (kiosk: Kiosk, folder: 'drafts' | 'outbox' | 'content') => readdirSync(kiosk.home.layout[folder]);

describe('A kiosk whose home is in order', () => {
  test('opens at the greeting and says whose it is', async () => {
    const kiosk = await startKiosk(makeKioskHome(centre), program);
    const { site, name } = centre.card;
    expect(kiosk.describe()).toMatchObject({
      open: true,
      siteName: site.name,
      centreName: name,
      dutyName: 'Pipaluk',
      onDuty: true,
      siteLanguage: site.language,
      centreReads: { year: 2026, month: 3, day: 5, weekday: 4 },
      demo: true,
      reducedProtection: true,
      oldRuntime: false,
    });
    expect(placeOf(kiosk.visit)).toBe('greeting');
    expect(kiosk.visit.show().language).toBe(site.language);
    expect(inHome(kiosk, 'content')).toEqual([kiosk.visit.content.id.slice(0, 16)]);
  });

  test('opens in earnest with its secret in the machine’s key store, and is marked where that protects nothing', async () => {
    for (const backend of ['gnome_libsecret', 'basic_text'] as const) {
      for (const acceptsReducedProtection of [true, false]) {
        const home = makeKioskHome(centre, { isDemo: false, acceptsReducedProtection });
        await moveSecretToKeyStore(home, backend);
        const kiosk = await tryKiosk(home, program);
        const isReduced = backend === 'basic_text';
        if (isReduced && !acceptsReducedProtection) expect(kiosk).toEqual(fail({ kind: 'reducedProtection' }));
        else {
          const opened = expectOk(kiosk);
          expect(opened.describe()).toMatchObject({ demo: false, reducedProtection: isReduced });
          await opened.home.close();
        }
      }
    }
  });

  test('opens in earnest only when the centre has opened its canary', async () => {
    const home = makeKioskHome(centre, { isDemo: false, isConfirmed: false });
    await moveSecretToKeyStore(home, 'kwallet6');
    expect(await tryKiosk(home, program)).toEqual(fail({ kind: 'notConfirmed' }));
  });

  test('has one program at a time', async () => {
    const home = makeKioskHome(centre);
    await startKiosk(home, program);
    expect(await tryKiosk(home, program)).toEqual(fail({ kind: 'alreadyRunning' }));
  });

  test('forgets drafts of gone epochs at its start and every hour, as long as it is open', async () => {
    const home = makeKioskHome(centre);
    const gone = join(home, 'drafts', `00000000-${'ab'.repeat(16)}.draft`);
    writeFileSync(gone, 'unreadable for ever');
    const uptime = new HandUptime();
    const kiosk = await startKiosk(home, program, uptime);
    for (const hour of [1, 2]) {
      expect(inHome(kiosk, 'drafts')).toEqual([]);
      writeFileSync(gone, `unreadable for ever, in hour ${hour}`);
      uptime.pass(3599);
      expect(inHome(kiosk, 'drafts')).toHaveLength(1);
      uptime.pass(1);
    }
    expect(inHome(kiosk, 'drafts')).toEqual([]);
    await kiosk.home.close();
    expect(uptime.waiting).toBe(0);
  });

  test('sends what the centre opens, word for word', async () => {
    const kiosk = await startKiosk(makeKioskHome(centre), program);
    goesTo(kiosk.visit, 'readBack');
    const { sent } = expectOk(await kiosk.visit.send({ ringToday: false }));
    const run = await open(centre, join(kiosk.home.layout.outbox, '00000001.age'));
    expect(run).toMatchObject({ code: 0, json: { opened: [{ seq: sent?.seq }] } });
    const [intakeId = ''] = readdirSync(centre.out);
    const intake = expectOk(parseIntake(readFileSync(join(centre.out, intakeId, 'intake.json'))));
    expect(intake.answers.find(({ linkId }) => linkId === 'call-name')?.said).toEqual({ kind: 'words', text: NAME });
    expect(intake.contentVersion).toBe(kiosk.visit.content.id);
  });
});

describe('After a power cut', () => {
  /** Opens a home, takes a code at the name, and answers up to read back. */
  async function comesToReadBack(home: string): Promise<{ readonly kiosk: Kiosk; readonly code: string }> {
    const kiosk = await startKiosk(home, program);
    goesTo(kiosk.visit, 'call-name');
    const { digits } = expectOk(await kiosk.visit.takeCode());
    goesTo(kiosk.visit, 'readBack');
    return { kiosk, code: digits };
  }

  test('between sealing and deleting the draft, what was sent is not sent again', async () => {
    const home = makeKioskHome(centre);
    const { kiosk, code } = await comesToReadBack(home);
    const { drafts } = kiosk.home.layout;
    const aside = temporaryFolder();
    cpSync(drafts, aside, { recursive: true });
    expectOk(await kiosk.visit.send({ ringToday: false }));
    await kiosk.home.close();
    cpSync(aside, drafts, { recursive: true });

    const again = await startKiosk(home, program);
    expect(inHome(again, 'drafts')).toHaveLength(1);
    expect(await again.visit.resume(code)).toEqual(fail({ kind: 'alreadySent' }));
    expect(inHome(again, 'drafts')).toEqual([]);
    expect(inHome(again, 'outbox')).toEqual(['00000001.age']);
    expect(placeOf(again.visit)).toBe('greeting');
  });

  test('and with a newer program, a visit goes on in the content that it began with', async () => {
    const home = makeKioskHome(centre);
    const { kiosk, code } = await comesToReadBack(home);
    const older = kiosk.visit.content.id;
    await kiosk.home.close();
    writeFileSync(join(program, `assets/pictograms/${PICTOGRAM}.svg`), '<svg/>');

    const again = await startKiosk(home, program);
    expect(again.visit.content.id).not.toBe(older);
    expectOk(await again.visit.resume(code));
    expect(again.visit.content.id).toBe(older);
    expect(placeOf(again.visit)).toBe('readBack');
    expectOk(await again.visit.send({ ringToday: false }));
    expect(again.visit.content.id).not.toBe(older);
    expect((await open(centre, join(again.home.layout.outbox, '00000001.age'))).code).toBe(0);
    const [intakeId = ''] = readdirSync(centre.out);
    const intake = expectOk(parseIntake(readFileSync(join(centre.out, intakeId, 'intake.json'))));
    expect(intake.contentVersion).toBe(older);
  });
});

describe('A kiosk stays closed', () => {
  const otherRoot = formatPublicKeyLine(minisignPublicKeyOf(newMinisignKey(systemRandom)));
  const departures: [string, KioskHome, string][] = [
    ['without an enrolment', { isEnrolled: false }, 'notEnrolled'],
    ['when its secret lies in a file but it is no demo', { isDemo: false }, 'reducedProtection'],
    [
      'when somebody accepted that for a key store, not for a file',
      { isDemo: false, acceptsReducedProtection: true },
      'reducedProtection',
    ],
    ['under a root key that did not sign the card', { pinnedRoot: otherRoot }, 'otherKey'],
    ['under a card that was changed', { forgedCard: { version: 2 } }, 'wrongSignature'],
    ['under a card of a format that it does not know', { card: { format: 2 } }, 'otherFormat'],
  ];
  test.each(departures)('%s', async (_, departure, kind) => {
    const home = makeKioskHome(centre, departure);
    expect(await tryKiosk(home, program)).toEqual(fail({ kind }));
    // The home is let go, so that it can be mended and opened again.
    expect(await tryKiosk(home, program)).toEqual(fail({ kind }));
  });

  test('when a recipient was mistyped: nobody finds that out at Send', async () => {
    const [daily = '', backup = ''] = centre.card.recipients;
    const mistyped = `${daily.slice(0, -1)}${daily.endsWith('q') ? 'p' : 'q'}`;
    const home = makeKioskHome(centre, { card: { recipients: [mistyped, backup] } });
    expect(await tryKiosk(home, program)).toEqual(fail({ kind: 'badRecipients' }));
  });

  test('without a home', async () => {
    const home = join(temporaryFolder(), 'home');
    expect(await tryKiosk(home, program)).toEqual(fail({ kind: 'notEnrolled' }));
    expect(existsSync(home)).toBe(false);
  });

  test('without the secret of its machine', async () => {
    const home = makeKioskHome(centre);
    rmSync(join(home, DEVICE_SECRET_FILE));
    expect(await tryKiosk(home, program)).toEqual(fail({ kind: 'notEnrolled' }));
    writeFileSync(join(home, DEVICE_SECRET_FILE), 'secret\n');
    expect(await tryKiosk(home, program)).toEqual(fail({ kind: 'damaged' }));
  });

  test('with content that was changed, until it is mended', async () => {
    const home = makeKioskHome(centre);
    const kiosk = await startKiosk(home, program);
    const [version = ''] = inHome(kiosk, 'content');
    await kiosk.home.close();
    const picture = join(kiosk.home.layout.content, version, `assets/pictograms/${PICTOGRAM}.svg`);
    const good = readFileSync(picture);
    writeFileSync(picture, '<svg/>');
    expect(await tryKiosk(home, program)).toMatchObject({ ok: false, error: { kind: 'altered' } });
    writeFileSync(picture, good);
    await startKiosk(home, program);
  });

  test('with a program that has no content', async () => {
    const kiosk = await tryKiosk(makeKioskHome(centre), join(temporaryFolder(), 'content'));
    expect(kiosk).toMatchObject({ ok: false, error: { kind: 'notRead' } });
  });

  test('and says of itself no more than that', () => {
    expect(closedDescription(true)).toMatchObject({
      open: false,
      siteName: '',
      dutyName: '',
      onDuty: false,
      oldRuntime: true,
    });
  });
});
