import { expect, test } from 'vitest';
import { MAX_PICTURE_BYTES, MAX_VOICE_BYTES, pictureProblem, voiceProblem } from '../../../core/staff/portrait.ts';

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9);
const OPUS = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(9)]);

test('A JPEG from its beginning to its end is a picture', () => {
  expect(pictureProblem(JPEG)).toBeNull();
});

test.each([
  ['empty', new Uint8Array()],
  ['broken off', JPEG.subarray(0, 6)],
  ['without its beginning', JPEG.subarray(1)],
  ['another kind', Buffer.from('<svg/>')],
])('Something %s is no picture', (_, bytes) => {
  expect(pictureProblem(bytes)).toEqual({ kind: 'notAPicture' });
});

test('Opus in Ogg is a voice', () => {
  expect(voiceProblem(OPUS)).toBeNull();
});

test.each([
  ['empty', new Uint8Array()],
  ['broken off', OPUS.subarray(0, 30)],
  ['Ogg with another codec', Buffer.from(OPUS).fill(1, 28)],
  ['Opus without Ogg', OPUS.subarray(28)],
])('Something %s is no voice', (_, bytes) => {
  expect(voiceProblem(bytes)).toEqual({ kind: 'notOpus' });
});

test('What is too large is not looked at', () => {
  expect(pictureProblem(new Uint8Array(MAX_PICTURE_BYTES + 1))).toEqual({ kind: 'tooLarge' });
  expect(voiceProblem(new Uint8Array(MAX_VOICE_BYTES + 1))).toEqual({ kind: 'tooLarge' });
});
