import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { personOfPicture, picturePath } from '../../../electron/staff/picture-path.ts';
import { dutyVoice } from '../../../electron/staff/duty-voice.ts';
import { Portraits } from '../../../electron/staff/portraits.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openedDesk, type OpenedDesk } from './opened-desk.ts';

const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9]);
const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]);

describe('Pictures and voices', () => {
  test('are there again after a restart, and gone when somebody has left', () => {
    const folder = join(temporaryFolder(), 'people');
    const portraits = new Portraits(folder);
    expectOk(portraits.setPicture(2, PICTURE));
    expectOk(portraits.setVoice(2, 'kl', VOICE));
    expectOk(portraits.setVoice(3, 'da', VOICE));
    const anew = new Portraits(folder);
    expect(anew.picture(2)).toEqual(PICTURE);
    expect(anew.voices(2)).toEqual(['kl']);
    expect(anew.voice(2, 'kl')).toEqual(VOICE);
    expect(anew.voice(2, 'da')).toBeNull();
    expect(anew.forget(2)).toBe(true);
    expect(anew.hasPicture(2)).toBe(false);
    expect(readdirSync(folder)).toEqual(['3-da.opus']);
  });

  test('that are none change nothing', () => {
    const folder = join(temporaryFolder(), 'people');
    const portraits = new Portraits(folder);
    expect(portraits.setPicture(1, VOICE)).toEqual({ ok: false, error: { kind: 'notAPicture' } });
    expect(portraits.setVoice(1, 'kl', PICTURE)).toEqual({ ok: false, error: { kind: 'notOpus' } });
    expectOk(portraits.setPicture(1, null));
    expect(existsSync(folder)).toBe(false);
  });

  test('for which there is no place are not told to be kept', () => {
    const folder = join(temporaryFolder(), 'people');
    // A file stands where the folder should.
    writeFileSync(folder, '');
    const portraits = new Portraits(folder);
    expect(portraits.setPicture(1, PICTURE)).toEqual({ ok: false, error: { kind: 'notSaved' } });
    expect(portraits.hasPicture(1)).toBe(false);
  });
});

test.each([
  [picturePath(12), 12],
  ['/people/0.jpg', null],
  ['/people/../device-secret', null],
  ['/people/1.jpg/', null],
  ['/people/01.jpg', null],
])('A path leads to one picture or to none: %s', (path, person) => {
  expect(personOfPicture(path)).toBe(person);
});

describe('At the desk', () => {
  let centre: MadeCentre;
  beforeAll(async () => {
    centre = await makeCentre();
  });
  afterAll(() => centre.remove());

  async function administratorsDesk(): Promise<OpenedDesk> {
    const desk = await openedDesk(centre);
    desk.opens();
    await desk.signsIn('administrator');
    return desk;
  }

  test('a picture is kept, shown while its person is on duty, and goes with them', async () => {
    const { gets, kiosk } = await administratorsDesk();
    const kept = await gets('desk.setPicture', { person: 2, picture: PICTURE.toString('base64') });
    expect(expectOk(kept)[1]).toMatchObject({ name: 'Malik', picture: '/people/2.jpg', voices: [] });
    expectOk(await gets('desk.setPicture', { person: 1, picture: PICTURE.toString('base64') }));
    expect(kiosk.describe().dutyPicture).toBeNull();
    expectOk(await gets('desk.setDuty', { onDuty: true }));
    expect(kiosk.describe().dutyPicture).toBe('/people/1.jpg');
    const left = expectOk(await gets('desk.removePerson', { person: 2 }));
    expect(left.map(({ name }) => name)).toEqual(['Aviâja']);
    expect(readdirSync(kiosk.home.layout.people)).toEqual(['1.jpg']);
  });

  test('a voice speaks the greeting of who is on duty, and no other words', async () => {
    const { gets, kiosk } = await administratorsDesk();
    const { home, accounts, portraits, visit } = kiosk;
    const find = dutyVoice({ portraits, accounts, state: home.state, content: () => visit.content });
    const said = (words: string) => clipHash(words, nodeHasher);
    const [person] = await gets('desk.people', {});
    expectOk(await gets('desk.setVoice', { person: 1, language: 'da', voice: VOICE.toString('base64') }));
    // Somebody else is on duty.
    expect(find('da', said(person?.greetings.da ?? ''))).toBeNull();
    expectOk(await gets('desk.setDuty', { onDuty: true }));
    expect(find('da', said(person?.greetings.da ?? ''))).toEqual(VOICE);
    expect(find('sv', said(person?.greetings.sv ?? ''))).toBeNull();
    expect(find('da', said('Her i dag: Malik'))).toBeNull();
  });

  test('what is no picture or no person is refused with the reason', async () => {
    const { gets, asks } = await administratorsDesk();
    const picture = PICTURE.toString('base64');
    expect(await gets('desk.setPicture', { person: 9, picture })).toEqual({
      ok: false,
      error: { kind: 'noSuchPerson' },
    });
    expect(await gets('desk.setVoice', { person: 1, language: 'kl', voice: picture })).toEqual({
      ok: false,
      error: { kind: 'notOpus' },
    });
    expect(await gets('desk.setPicture', { person: 1, picture: Buffer.alloc(300_000).toString('base64') })).toEqual({
      ok: false,
      error: { kind: 'tooLarge' },
    });
    expect(await asks('desk.setPicture', { person: 1, picture: 'x'.repeat(2_000_000) })).toEqual({
      ok: false,
      error: 'Refused: the request does not fit the contract',
    });
  });
});
