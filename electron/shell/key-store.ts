import { safeStorage } from 'electron';
import type { KeyStore, KeyStoreBackend } from '../store/key-store.ts';

/** How Chromium on Linux begins what it encrypted without any key store, under a password from its source. */
const WITHOUT_A_KEY = Buffer.from('v10');

/** The machine's key store through Electron. To be used when the app is ready. */
export const electronKeyStore: KeyStore = {
  backend: () => {
    if (!safeStorage.isEncryptionAvailable()) return null;
    if (process.platform !== 'linux') return process.platform === 'win32' ? 'dpapi' : 'keychain';
    return linuxBackend();
  },
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (encrypted) => {
    try {
      return safeStorage.decryptString(Buffer.from(encrypted));
    } catch {
      // Electron has one error for every reason.
      return null;
    }
  },
};

/** What was encrypted tells more than the name, which older runtimes do not say. */
function linuxBackend(): KeyStoreBackend {
  if (safeStorage.encryptString('').subarray(0, WITHOUT_A_KEY.length).equals(WITHOUT_A_KEY)) return 'basic_text';
  const named = 'getSelectedStorageBackend' in safeStorage ? safeStorage.getSelectedStorageBackend() : 'unknown';
  return named;
}
