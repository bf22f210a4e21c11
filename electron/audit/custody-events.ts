import type { RecordEvents } from '../../core/audit/events.ts';
import type { Letters } from '../intake/letters.ts';
import type { DraftFiles } from '../intake/visit-surroundings.ts';
import type { Drafts } from '../store/drafts.ts';

/** Drafts of which the audit log hears when one is found damaged. */
export function auditedDrafts(drafts: Pick<Drafts, 'create' | 'open'>, record: RecordEvents): DraftFiles {
  return {
    create: (code, snapshot) => drafts.create(code, snapshot),
    open: async (code) => {
      const opened = await drafts.open(code);
      if (opened.ok && opened.value.hadTornTail) record({ event: 'draftTailCut' });
      if (!opened.ok && opened.error.kind === 'damaged') record({ event: 'draftSetAside' });
      return opened;
    },
  };
}

/** Letters of which the audit log hears when one is taken back. */
export function auditedLetters(letters: Letters, record: RecordEvents): Letters {
  return {
    find: (key) => letters.find(key),
    takeBack: (key) => {
      const before = letters.find(key)?.state;
      const taken = letters.takeBack(key);
      const after = letters.find(key);
      // By the ledger, and not by what taking back returned: what counts as taken back may not be erased yet.
      if (after?.state === 'withdrawn' && before !== 'withdrawn') {
        record({ event: 'intakeWithdrawn', seq: after.slip.seq });
      }
      return taken;
    },
  };
}
