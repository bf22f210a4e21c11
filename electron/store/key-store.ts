/** Where the key of a key store is kept. `basic_text`: nowhere; its password stands in Chromium's source. */
export const KEY_STORE_BACKENDS = [
  ...['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'dpapi', 'keychain'],
  ...['unknown', 'basic_text'],
] as const;
export type KeyStoreBackend = (typeof KEY_STORE_BACKENDS)[number];

/** The key store of the account that the kiosk runs under, as far as a device secret needs it. */
export interface KeyStore {
  /** Null when there is none now: it is not installed, or it is locked. */
  backend(): Promise<KeyStoreBackend | null>;
  encrypt(text: string): Promise<Uint8Array>;
  /** Null when this key store did not encrypt it. */
  decrypt(encrypted: Uint8Array): Promise<string | null>;
}
