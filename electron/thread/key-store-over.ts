import type { KeyStore } from '../store/key-store.ts';
import type { Ask } from './calls.ts';
import type { KeyStoreService } from './services.ts';

/** The machine's key store, which only the program's first thread can speak to. */
export function keyStoreOver(ask: Ask<KeyStoreService>): KeyStore {
  return {
    backend: () => ask('keyStoreBackend'),
    encrypt: (text) => ask('encrypt', text),
    decrypt: (encrypted) => ask('decrypt', encrypted),
  };
}
