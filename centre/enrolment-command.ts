import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { protectionOf } from './protection-options.ts';
import type { UsageProblem } from './usage-problem.ts';

/** What the operator asked for of the kiosks. */
export type EnrolmentCommand = EnrolCommand | PermitCommand | RevokeCommand | RotateCommand;

export interface EnrolCommand {
  readonly kind: 'enrol';
  readonly home: string;
  readonly from: string;
  readonly out: string;
  /** null: only show the words. */
  readonly words: string | null;
  /** null: the terminal is asked, where an identity lies under a passphrase. */
  readonly passphraseFile: string | null;
  readonly json: boolean;
}

export interface RevokeCommand {
  readonly kind: 'revoke';
  readonly home: string;
  readonly kioskId: string;
  readonly afterSeq: number;
  readonly json: boolean;
}

export interface PermitCommand {
  readonly kind: 'permit';
  readonly home: string;
  readonly kioskId: string;
  /** 32 hexadecimal characters. */
  readonly challenge: string;
  readonly out: string;
  readonly json: boolean;
}

export interface RotateCommand {
  readonly kind: 'rotate';
  readonly home: string;
  readonly identities: boolean;
  readonly receiptKey: boolean;
  readonly rootKey: boolean;
  /** null: as before. */
  readonly siteFile: string | null;
  /** Holds the passphrase of a new daily identity; null: the terminal is asked. */
  readonly passphraseFile: string | null;
  readonly isUnprotected: boolean;
  readonly json: boolean;
}

export const ENROLMENT_HELP = `npm run matu-centre -- enrol --home DIR --from DIR [--words "EIGHT WORDS"] [--out DIR]
                           [--passphrase-file FILE] [--json]
    Enrols a kiosk by its answer. Without --words it only shows the eight words of both and keeps nothing: compare them
    over the telephone, then say it again with the words that the kiosk's people read out. It opens the kiosk's canary,
    keeps the kiosk under DIR/kiosks/ and lays the receipt for the canary into the folder.
    --home DIR    the centre's folder
    --from DIR    where kiosk.json and the canary lie: a stick
    --words WORDS the kiosk's eight words; not needed for a kiosk that is enrolled and only sends a new canary
    --out DIR     where the receipt goes; without it into --from
    --passphrase-file FILE
                  passphrases of the identities, one a line; without it the terminal is asked
    --json        ends with one line of JSON

npm run matu-centre -- revoke --kiosk ID --after SEQ --home DIR [--json]
    Trusts a kiosk no more: what it seals after number SEQ is refused as revoked. Never taken back; a kiosk that is
    put right is enrolled anew.
    --kiosk ID    the kiosk's id
    --after SEQ   the last number that still counts; 0 for none
    --home DIR    the centre's folder
    --json        ends with one line of JSON

npm run matu-centre -- permit --kiosk ID --challenge WORDS --out DIR --home DIR [--json]
    Lets a kiosk set up an administrator anew, once, within seven days: for a house whose only administrator has forgotten
    their PIN. Signed by root.key, which must lie in the centre's folder for this. Ring the house before, by its known number.
    --kiosk ID    the kiosk's id, or its first eight characters
    --challenge WORDS
                  what the kiosk shows: 32 characters, with or without spaces
    --out DIR     gets matu-recovery.json and its signature, to be brought to the kiosk's folder for delivering
    --home DIR    the centre's folder
    --json        ends with one line of JSON

npm run matu-centre -- rotate --home DIR [--identities] [--receipt-key] [--root-key] [--site FILE]
                           [--passphrase-file FILE | --unprotected] [--json]
    Issues the next centre.json, signed by root.key, which must lie in DIR for this. What a stop interrupted is finished.
    --home DIR    the centre's folder; former identities and cards stay there, because intakes are on their way
    --identities  new age keys: daily-<version>.identity and backup-<version>.identity
    --receipt-key a new key for receipts; kiosks that took the new card believe no former one
    --root-key    a new root key, for one that was lost or stolen; the former one is not needed. Each kiosk shows eight
                  words anew, and until it has taken the new card it believes the former key
    --site FILE   the house as JSON, as for init; without it as before
    --passphrase-file FILE, --unprotected
                  as for init, with --identities: the new daily identity gets a passphrase of its own
    --json        ends with one line of JSON
`;

/** Which options a verb of the kiosks takes, beside --json. */
export const ENROLMENT_VERBS = {
  enrol: ['home', 'from', 'words', 'out', 'passphrase-file'],
  permit: ['home', 'kiosk', 'challenge', 'out'],
  revoke: ['home', 'kiosk', 'after'],
  rotate: ['home', 'identities', 'receipt-key', 'root-key', 'site', 'passphrase-file', 'unprotected'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What stood on the command line. */
interface EnrolmentValues {
  readonly home?: string | undefined;
  readonly kiosk?: string | undefined;
  readonly from?: string | undefined;
  readonly out?: string | undefined;
  readonly words?: string | undefined;
  readonly after?: string | undefined;
  readonly challenge?: string | undefined;
  readonly site?: string | undefined;
  readonly identities: boolean;
  readonly 'receipt-key': boolean;
  readonly 'root-key': boolean;
  readonly 'passphrase-file'?: string | undefined;
  readonly unprotected: boolean;
  readonly json: boolean;
}

/** Tells whether a verb is one of the kiosks. */
export function isEnrolmentVerb(verb: string): verb is keyof typeof ENROLMENT_VERBS {
  return Object.hasOwn(ENROLMENT_VERBS, verb);
}

/** Reads what stands behind a verb of the kiosks. */
export function parseEnrolmentCommand(
  verb: keyof typeof ENROLMENT_VERBS,
  { home, kiosk, from, out, words, after, challenge, site, identities, json, ...others }: EnrolmentValues,
  rest: readonly string[],
): Result<EnrolmentCommand, UsageProblem> {
  if (home === undefined) return usage(`${verb} needs --home DIR.`);
  if (rest.length > 0) return usage(`${verb} takes no other words; eight words stand in quotes behind --words.`);
  if (verb === 'enrol') {
    if (from === undefined) return usage('enrol needs --from DIR.');
    const passphraseFile = others['passphrase-file'] ?? null;
    return ok({ kind: 'enrol', home, from, out: out ?? from, words: words ?? null, passphraseFile, json });
  }
  if (verb === 'rotate') {
    const receiptKey = others['receipt-key'];
    const rootKey = others['root-key'];
    if (!identities && !receiptKey && !rootKey && site === undefined) {
      return usage('rotate needs --identities, --receipt-key, --root-key or --site FILE.');
    }
    const protection = protectionOf(others);
    if (!protection.ok) return protection;
    return ok({
      kind: 'rotate',
      home,
      identities,
      receiptKey,
      rootKey,
      siteFile: site ?? null,
      ...protection.value,
      json,
    });
  }
  if (kiosk === undefined) return usage(`${verb} needs --kiosk ID.`);
  if (verb === 'permit') {
    const plain = (challenge ?? '').replace(/\s/g, '').toLowerCase();
    if (!/^[0-9a-f]{32}$/.test(plain))
      return usage('permit needs --challenge: the 32 characters that the kiosk shows.');
    if (out === undefined) return usage('permit needs --out DIR.');
    return ok({ kind: 'permit', home, kioskId: kiosk, challenge: plain, out, json });
  }
  if (after === undefined || !/^(0|[1-9][0-9]{0,8})$/.test(after)) return usage('revoke needs --after SEQ, a number.');
  return ok({ kind: 'revoke', home, kioskId: kiosk, afterSeq: Number(after), json });
}

function usage(words: string): Result<never, UsageProblem> {
  return fail({ words });
}
