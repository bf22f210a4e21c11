import type { KeyStore, KeyStoreBackend } from '../../electron/store/key-store.ts';

/** A key store that encrypts by turning bits and naming itself; it can be locked. */
export class FakeKeyStore implements KeyStore {
  readonly #name: string;
  readonly #backend: KeyStoreBackend;
  isLocked = false;

  constructor(backend: KeyStoreBackend = 'gnome_libsecret', name = 'this machine') {
    this.#backend = backend;
    this.#name = name;
  }

  backend(): Promise<KeyStoreBackend | null> {
    return Promise.resolve(this.isLocked ? null : this.#backend);
  }

  encrypt(text: string): Promise<Uint8Array> {
    return Promise.resolve(Buffer.from(`${this.#name}|${text}`).map((byte) => byte ^ 0xff));
  }

  decrypt(encrypted: Uint8Array): Promise<string | null> {
    const [name, text] = Buffer.from(encrypted.map((byte) => byte ^ 0xff))
      .toString()
      .split('|');
    return Promise.resolve(name === this.#name ? (text ?? null) : null);
  }
}
