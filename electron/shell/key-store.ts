import { app, safeStorage } from 'electron';
import type { KeyStoreBackend } from '../store/key-store.ts';
import type { WindowService } from '../thread/services.ts';

/** How Chromium on Linux begins what it encrypted without any key store, under a password from its source. */
const WITHOUT_A_KEY = Buffer.from('v10');

/** The machine's key store through Electron, which has none before it is ready. */
export const electronKeyStore: Pick<WindowService, 'keyStoreBackend' | 'encrypt' | 'decrypt'> = {
  keyStoreBackend: async () => {
    await app.whenReady();
    if (!safeStorage.isEncryptionAvailable()) return null;
    if (process.platform !== 'linux') return process.platform === 'win32' ? 'dpapi' : 'keychain';
    return linuxBackend();
  },
  encrypt: async (text) => {
    await app.whenReady();
    return safeStorage.encryptString(text);
  },
  decrypt: async (encrypted) => {
    await app.whenReady();
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
