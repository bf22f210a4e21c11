import { expect, test } from 'vitest';
import { clipIndexSchema } from '../../../core/speech/clip-index.ts';
import { clipHash, spokenText } from '../../../core/speech/spoken-text.ts';
import { softHyphenate } from '../../../core/translation/soft-hyphens.ts';
import { nodeHasher } from '../../../node/sha256.ts';

test.each([
  [
    'marks of where a line may break',
    softHyphenate('Pinngitsuuisinnaajunnaarneq', 'kl'),
    'Pinngitsuuisinnaajunnaarneq',
  ],
  ['another spelling of the same letter', 'Ga\u030A', 'G\u00E5'],
  ['line breaks and doubled spaces', ' Hvad giver\n dig  kræfter? ', 'Hvad giver dig kræfter?'],
])('Spoken words do not differ by %s', (_, shown, spoken) => {
  expect(spokenText(shown)).toBe(spoken);
  expect(clipHash(shown, nodeHasher)).toBe(clipHash(spoken, nodeHasher));
});

test('other words have another clip, however little differs', () => {
  const words = ['Ja', 'ja', 'Ja.', 'Ja?', 'Jå'];
  expect(new Set(words.map((text) => clipHash(text, nodeHasher))).size).toBe(words.length);
});

test('an index of clips says that they are synthetic, and by what', () => {
  const hash = clipHash('Ja', nodeHasher);
  const index = { format: 1, kind: 'synthetic', engine: 'espeak', clips: { kl: [], da: [hash], sv: [] } };
  expect(clipIndexSchema.safeParse(index).success).toBe(true);
  expect(clipIndexSchema.safeParse({ ...index, kind: 'recorded' }).success).toBe(false);
  expect(clipIndexSchema.safeParse({ ...index, clips: { kl: [], da: ['../x'], sv: [] } }).success).toBe(false);
  expect(clipIndexSchema.safeParse({ ...index, clips: { kl: [], da: [7], sv: [] } }).success).toBe(false);
});
