import { webcrypto } from 'node:crypto';

// The old development runtime has no global crypto, which age-encryption expects. Imported first by main.
if (!('crypto' in globalThis)) Object.assign(globalThis, { crypto: webcrypto });
