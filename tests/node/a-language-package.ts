import type { PackagedText } from '../../core/translation/language-package.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import type { PackageFacts, PackagedRecording } from '../../node/language-package-file.ts';
import { nodeHasher } from '../../node/sha256.ts';

export const FACTS: PackageFacts = {
  kioskId: '7f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  centreId: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  ...{ siteId: 'sisimiut-1', siteName: 'Huset i Sisimiut', seq: 3 },
  ...{ madeAt: '2026-03-04T10:00:00.000Z', language: 'sv' },
};

/** Approved words for a text. */
export function approvedText(key: string, text: string): PackagedText {
  return {
    ...{ key, danish: 'Videre', text, by: null, atMs: 7, follows: ['0123456789abcdef'] },
    reviews: [
      { role: 'translator', by: 'Anna', on: '2026-03-01' },
      { role: 'treatmentWorker', by: 'Birk', on: '2026-03-02' },
    ],
  };
}

/** Somebody saying these words. */
export function recordingOf(text: string): PackagedRecording {
  return { words: clipHash(text, nodeHasher), sound: Buffer.from(`voice of ${text}`), card: Buffer.from('{}\n') };
}
