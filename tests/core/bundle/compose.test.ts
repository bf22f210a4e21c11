import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { composeBundle } from '../../../core/bundle/compose.ts';
import type { BundleContents, BundleTools } from '../../../core/bundle/compose.ts';
import { parseManifest } from '../../../core/bundle/manifest.ts';
import { BUNDLE_NAMES, MAX_BUNDLE_BYTES, MAX_FILE_BYTES } from '../../../core/bundle/names.ts';
import { formatSums, matchesSums } from '../../../core/bundle/sums.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { readTar, writeTar } from '../../../node/tar.ts';
import { exampleManifest } from './example-bundle.ts';

const tools: BundleTools = { hasher: nodeHasher, writeTar, sign: (_message, comment) => `signed for ${comment}\n` };
const contents: BundleContents = {
  manifest: exampleManifest,
  intake: toUtf8('{}'),
  fhir: toUtf8('{"resourceType":"Bundle"}'),
  summary: toUtf8('<p>One page</p>'),
};
const members = BUNDLE_NAMES.map((name) => ({ name, maxBytes: MAX_FILE_BYTES[name] }));

function filesOf(given: BundleContents): { name: string; bytes: Uint8Array }[] {
  const composed = composeBundle(given, tools);
  if (!composed.ok) throw new Error(composed.error.kind);
  const read = readTar(composed.value, members);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

test('a bundle holds what it was given, whatever that is', () => {
  const content = fc.uint8Array({ maxLength: 5000 });
  fc.assert(
    fc.property(content, content, content, (intake, fhir, summary) => {
      const [, , manifest, ...files] = filesOf({ manifest: exampleManifest, intake, fhir, summary });
      expect(parseManifest(manifest?.bytes ?? new Uint8Array())).toEqual({ ok: true, value: exampleManifest });
      expect(files.slice(0, 3).map(({ bytes }) => bytes)).toEqual([intake, fhir, summary]);
    }),
    { numRuns: 30 },
  );
});

test('the list of sums names the five files after it, as sha256sum writes it, and is what is signed', () => {
  const signed: string[] = [];
  const sign = (message: Uint8Array, comment: string): string => {
    signed.push(Buffer.from(message).toString(), comment);
    return 'signature';
  };
  const composed = composeBundle(contents, { ...tools, sign });
  const [sums, , ...listed] = filesOf(contents);
  const lines = listed.map(({ name, bytes }) => `${nodeHasher.sha256(bytes)}  ${name}\n`);
  expect(composed.ok).toBe(true);
  expect(Buffer.from(sums?.bytes ?? []).toString()).toBe(lines.join(''));
  expect(signed).toEqual([lines.join(''), 'matu bundle v1']);
});

test('the pad is zero and brings every small bundle to one size', () => {
  const pad = filesOf(contents).at(-1);
  const larger = composeBundle({ ...contents, intake: new Uint8Array(9000) }, tools);
  expect(pad?.name).toBe('pad');
  expect(pad?.bytes.some((byte) => byte !== 0)).toBe(false);
  expect(larger.ok && larger.value.length).toBe(32 * 1024);
});

test('a bundle that no centre would take is not made', () => {
  const intake = new Uint8Array(MAX_FILE_BYTES['intake.json'] + 1);
  expect(composeBundle({ ...contents, intake }, tools)).toEqual({
    ok: false,
    error: { kind: 'tooLarge', name: 'intake.json' },
  });
});

test('the largest bundle that is made stays below what a centre looks at', () => {
  const largest = (name: keyof typeof MAX_FILE_BYTES): Uint8Array => new Uint8Array(MAX_FILE_BYTES[name]);
  const composed = composeBundle(
    {
      manifest: exampleManifest,
      intake: largest('intake.json'),
      fhir: largest('fhir.json'),
      summary: largest('summary.html'),
    },
    tools,
  );
  expect(composed.ok && composed.value.length).toBeLessThan(MAX_BUNDLE_BYTES - 1024 * 1024);
});

test('a signature that does not fit its block is a bug and throws', () => {
  expect(() => composeBundle(contents, { ...tools, sign: () => 'x'.repeat(513) })).toThrow('one block');
});

test('sums match only these files in this order', () => {
  const manifest = { name: 'manifest.json', bytes: toUtf8('1') } as const;
  const pad = { name: 'pad', bytes: new Uint8Array() } as const;
  const sums = formatSums([manifest, pad], nodeHasher);
  const upperCase = toUtf8(
    Buffer.from(sums)
      .toString()
      .replace(/[a-f]/, (letter) => letter.toUpperCase()),
  );
  expect(matchesSums(sums, [manifest, pad], nodeHasher)).toBe(true);
  expect(matchesSums(sums, [pad, manifest], nodeHasher)).toBe(false);
  expect(matchesSums(sums, [manifest], nodeHasher)).toBe(false);
  expect(matchesSums(formatSums([manifest], nodeHasher), [manifest, pad], nodeHasher)).toBe(false);
  expect(matchesSums(upperCase, [manifest, pad], nodeHasher)).toBe(false);
});
