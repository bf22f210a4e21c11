import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { RECOVERY_TRUSTED_COMMENT } from '../../core/bundle/trusted-comment.ts';
import {
  MAX_RECOVERY_BYTES,
  newChallenge,
  parsePermit,
  permitProblem,
  RECOVERY_FILE,
} from '../../core/staff/recovery.ts';
import type { RecoveryRefusal } from '../../ipc/desk-contract.ts';
import { attempt } from '../../node/file-system.ts';
import { parsePublicKeyLine } from '../../node/minisign-keys.ts';
import { minisignVerify } from '../../node/minisign-signature.ts';
import { MAX_SIGNATURE_CHARACTERS, type SignedFile } from '../../node/signed-receipt.ts';
import { newestCard } from '../store/enrolment.ts';
import type { Custody, Home } from '../store/home.ts';
import type { StateContent } from '../store/state-content.ts';

/** What a recovery works with. */
export interface DeskRecoveryOptions {
  readonly home: Pick<Home, 'state' | 'audit' | 'layout'>;
  readonly custody: Pick<Custody, 'enrolment'>;
  readonly centreId: string;
  readonly random: Random;
  readonly clock: Clock;
}

/** How a house comes in again whose only administrator has forgotten their PIN: by a permit of its centre. */
export class DeskRecovery {
  readonly #options: DeskRecoveryOptions;

  constructor(options: DeskRecoveryOptions) {
    this.#options = options;
  }

  /** What the centre is asked with: the same until a permit for it was taken. */
  ask(): Result<{ readonly kioskId: string; readonly challenge: string }, RecoveryRefusal> {
    const { home, custody, random } = this.#options;
    const { kioskId } = custody.enrolment;
    const { challenge } = home.state.content.recovery;
    if (challenge !== null) return ok({ kioskId, challenge });
    const drawn = newChallenge(random);
    if (!this.#write({ challenge: drawn, isPermitted: false })) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'recoveryAsked' });
    return ok({ kioskId, challenge: drawn });
  }

  /** Takes the permit out of the folder for delivering by hand, or of HOME. It serves once. */
  take(): Result<null, RecoveryRefusal> {
    const { home, custody, centreId, clock } = this.#options;
    const file = this.#find();
    if (file === null) return fail({ kind: 'noFile' });
    const enrolment = home.state.content.enrolment ?? custody.enrolment;
    const root = parsePublicKeyLine(newestCard(enrolment).rootPublicKey);
    const signed = { message: file.bytes, signature: file.signature, trustedComment: RECOVERY_TRUSTED_COMMENT };
    if (root === null || !minisignVerify(root, signed).ok) return fail({ kind: 'notSigned' });
    const permit = parsePermit(file.bytes);
    if (!permit.ok) return fail({ kind: 'notSigned' });
    const { challenge } = home.state.content.recovery;
    const problem = permitProblem(permit.value, { centreId, kioskId: enrolment.kioskId, challenge }, clock.nowMs());
    if (problem !== null) return fail(problem);
    // The challenge goes with it, durably: the same file is taken by nobody again.
    if (!this.#write({ challenge: null, isPermitted: true })) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'recoveryPermitted' });
    return ok(null);
  }

  #find(): SignedFile | null {
    const { home } = this.#options;
    const { destinationFolder } = home.state.content.settings;
    for (const folder of [destinationFolder, home.layout.home]) {
      const file = folder === null ? null : read(join(folder, RECOVERY_FILE));
      if (file !== null) return file;
    }
    return null;
  }

  #write(recovery: StateContent['recovery']): boolean {
    return this.#options.home.state.change((content) => ({ ...content, recovery })).ok;
  }
}

/** A file and its signature; null where one of them is missing or longer than any permit. */
function read(path: string): SignedFile | null {
  const files = attempt(() => {
    const isSmall =
      statSync(path).size <= MAX_RECOVERY_BYTES && statSync(`${path}.minisig`).size <= MAX_SIGNATURE_CHARACTERS;
    return isSmall ? { bytes: readFileSync(path), signature: readFileSync(`${path}.minisig`, 'utf8') } : null;
  });
  return files.ok ? files.value : null;
}
