import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  formatPublicKeyFile,
  formatPublicKeyLine,
  formatSecretKeyFile,
  minisignPublicKeyOf,
  newMinisignKey,
  parsePublicKeyFile,
  parsePublicKeyLine,
  parseSecretKeyFile,
} from '../../node/minisign-keys.ts';
import { minisignSign, minisignVerify } from '../../node/minisign-signature.ts';

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
const secretKey = newMinisignKey(random);
const publicKey = minisignPublicKeyOf(secretKey);
const message = new Uint8Array(Buffer.from('the list of sums\n'));
const trustedComment = 'matu test v1';

describe('next to the real minisign', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'matu-minisign-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const minisign = (...args: string[]): string =>
    execFileSync('minisign', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  test('minisign verifies what Matu signs, trusted comment included', () => {
    writeFileSync(join(folder, 'file'), message);
    writeFileSync(join(folder, 'file.minisig'), minisignSign(secretKey, message, trustedComment));
    const said = minisign('-V', '-H', '-Q', '-m', 'file', '-P', formatPublicKeyLine(publicKey));
    expect(said.trim()).toBe(trustedComment);
  });

  test('minisign refuses what Matu signed once the file is another', () => {
    writeFileSync(join(folder, 'file'), 'another file');
    writeFileSync(join(folder, 'file.minisig'), minisignSign(secretKey, message, trustedComment));
    expect(() => minisign('-V', '-H', '-m', 'file', '-P', formatPublicKeyLine(publicKey))).toThrow();
  });

  test('minisign signs with a secret key file that Matu wrote, and Matu verifies it', () => {
    writeFileSync(join(folder, 'secret.key'), formatSecretKeyFile(secretKey));
    writeFileSync(join(folder, 'file'), message);
    minisign('-S', '-W', '-s', 'secret.key', '-t', trustedComment, '-m', 'file');
    const signature = readFileSync(join(folder, 'file.minisig'), 'utf8');
    expect(minisignVerify(publicKey, { message, signature, trustedComment })).toEqual({ ok: true, value: null });
  });

  test.each([
    ['any', secretKey],
    ['one that opens with zeros', { ...secretKey, keyId: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 0]) }],
    ['zero', { ...secretKey, keyId: new Uint8Array(8) }],
  ])('minisign writes the public key file that Matu writes, for a key id that is %s', (_what, key) => {
    writeFileSync(join(folder, 'secret.key'), formatSecretKeyFile(key));
    minisign('-R', '-s', 'secret.key', '-p', 'again.pub');
    const made = readFileSync(join(folder, 'again.pub'), 'utf8');
    expect(made).toBe(formatPublicKeyFile(minisignPublicKeyOf(key)));
    expect(parsePublicKeyFile(made)).toEqual(minisignPublicKeyOf(key));
  });

  test('Matu reads and writes again the files that minisign makes, byte for byte', () => {
    minisign('-G', '-W', '-p', 'made.pub', '-s', 'made.key');
    const secretText = readFileSync(join(folder, 'made.key'), 'utf8');
    const publicText = readFileSync(join(folder, 'made.pub'), 'utf8');
    const read = parseSecretKeyFile(secretText);
    expect(read).not.toBeNull();
    if (read === null) return;
    expect(formatSecretKeyFile(read)).toBe(secretText);
    expect(formatPublicKeyFile(minisignPublicKeyOf(read))).toBe(publicText);
  });
});

describe('keys', () => {
  const line = formatPublicKeyLine(publicKey);
  const secretText = formatSecretKeyFile(secretKey);

  test('a public key line has 56 characters and comes back', () => {
    expect(line).toHaveLength(56);
    expect(parsePublicKeyLine(line)).toEqual(publicKey);
  });

  test.each([
    ['empty', ''],
    ['with a space behind', `${line} `],
    ['too short', line.slice(4)],
    ['of another algorithm', Buffer.from('XY' + 'a'.repeat(40)).toString('base64')],
    ['not base64', line.replace(/./, '*')],
  ])('refuses a public key line that is %s', (_what, damaged) => {
    expect(parsePublicKeyLine(damaged)).toBeNull();
  });

  test.each([
    ['empty', ''],
    ['without its comment', `${line}\n`],
    ['with another comment', `comment\n${line}\n`],
    ['with more lines', `${formatPublicKeyFile(publicKey)}\n`],
  ])('refuses a public key file that is %s', (_what, damaged) => {
    expect(parsePublicKeyFile(damaged)).toBeNull();
  });

  test('refuses a secret key file with any changed byte', () => {
    const [comment = '', keyLine = ''] = secretText.split('\n');
    const bytes = Buffer.from(keyLine, 'base64');
    // The key id, bytes 54 to 61, is the file's own to choose.
    const checked = [...bytes.keys()].filter((index) => index < 54 || index >= 62);
    for (const index of checked) {
      const damaged = Buffer.from(bytes);
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      expect(parseSecretKeyFile(`${comment}\n${damaged.toString('base64')}\n`), `byte ${index}`).toBeNull();
    }
  });

  test.each([
    ['empty', ''],
    ['cut short', `${secretText.slice(0, 90)}\n`],
    ['not base64', secretText.replace('RW', '**')],
  ])('refuses a secret key file that is %s', (_what, damaged) => {
    expect(parseSecretKeyFile(damaged)).toBeNull();
  });
});

describe('signatures', () => {
  const signature = minisignSign(secretKey, message, trustedComment);
  const signatureLine = signature.split('\n')[1] ?? '';
  const verify = (changed: Partial<{ message: Uint8Array; signature: string; trustedComment: string }>): unknown => {
    const outcome = minisignVerify(publicKey, { message, signature, trustedComment, ...changed });
    return outcome.ok ? 'ok' : outcome.error.kind;
  };

  test('are the same every time', () => {
    expect(minisignSign(secretKey, message, trustedComment)).toBe(signature);
  });

  test.each([
    ['the signature as it is', {}, 'ok'],
    ['another message', { message: new Uint8Array(1) }, 'wrongSignature'],
    ['a trusted comment of another purpose', { trustedComment: 'matu other v1' }, 'otherTrustedComment'],
    ['a trusted comment that only starts alike', { trustedComment: 'matu test v1 ' }, 'otherTrustedComment'],
    [
      'a trusted comment changed in the file',
      { signature: signature.replace(trustedComment, 'matu other v1'), trustedComment: 'matu other v1' },
      'wrongSignature',
    ],
    ['nothing', { signature: '' }, 'malformed'],
    ['a line more', { signature: `${signature}\n` }, 'malformed'],
    ['no last line end', { signature: signature.trimEnd() }, 'malformed'],
    ['Windows line ends', { signature: signature.replaceAll('\n', '\r\n') }, 'malformed'],
    ['no untrusted comment', { signature: signature.replace('untrusted', 'other') }, 'malformed'],
    ['no trusted comment', { signature: signature.replace('\ntrusted', '\nother') }, 'malformed'],
    ['a signature line that is no base64', { signature: signature.replace(signatureLine, '*') }, 'malformed'],
    ['a short signature line', { signature: signature.replace(signatureLine, 'RUQ=') }, 'malformed'],
    ['the older kind of signature', { signature: signature.replace('\nRU', '\nRW') }, 'malformed'],
    ['a short global signature', { signature: signature.replace(/\n[^\n]+\n$/, '\nAAAA\n') }, 'malformed'],
  ])('%s: %s', (_what, changed, outcome) => {
    expect(verify(changed)).toBe(outcome);
  });

  test('of another key are told apart by the key id, and by the key where ids agree', () => {
    const other = newMinisignKey(random);
    const foreign = minisignSign(other, message, trustedComment);
    const posing = minisignSign({ ...other, keyId: secretKey.keyId }, message, trustedComment);
    expect(verify({ signature: foreign })).toBe('otherKey');
    expect(verify({ signature: posing })).toBe('wrongSignature');
  });

  test('take no trusted comment of two lines', () => {
    expect(() => minisignSign(secretKey, message, 'one\ntwo')).toThrow('one line');
  });
});
