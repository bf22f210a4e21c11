import { centreWords } from '../node/eight-words.ts';
import { ok } from '../core/basics/result.ts';
import { parseCentreSite } from '../core/bundle/centre-card.ts';
import type { RotateCommand } from './enrolment-command.ts';
import { newPassphrase } from './new-passphrase.ts';
import { readOwnFile, reportOwnFile } from './own-file.ts';
import { rotateCentre } from './rotate.ts';
import type { RotateProblem } from './rotate.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `rotate` and returns the exit code. */
export async function runRotate(command: RotateCommand, surroundings: Surroundings): Promise<number> {
  const { home, identities, receiptKey, rootKey, siteFile, json } = command;
  const { random, clock, say, complain } = surroundings;
  const site = siteFile === null ? ok(null) : readOwnFile(siteFile, parseCentreSite);
  if (!site.ok) return reportOwnFile(site.error, json, surroundings);
  const passphrase = identities ? await newPassphrase(command, surroundings) : ok(null);
  if (!passphrase.ok) return passphrase.error;
  const changes = { identities, receiptKey, rootKey, passphrase: passphrase.value, site: site.value };
  const issued = await rotateCentre({ home, ...changes, random, clock });
  if (!issued.ok) {
    const { kind, file } = issued.error;
    complain(`${file}: ${WORDS[kind]}`);
    if (json) say(JSON.stringify({ ok: false, reason: kind, file }));
    return kind === 'cannotWrite' || kind === 'otherRoot' ? EXIT.refused : EXIT.usage;
  }
  const { version, centreId, recipients } = issued.value.card;
  say(`centre.json has version ${version} now. Bring it, its signature and root.pub to each kiosk.`);
  if (identities) say(`Move backup-${version}.identity to the safe, and root.key with it. Keep the former identities.`);
  const words = rootKey ? centreWords(issued.value.rootPublicKey, issued.value.card) : null;
  if (words !== null) say(`Move root.key to the safe. Compare these words with each kiosk: ${words}`);
  if (json) say(JSON.stringify({ ok: true, centreId, version, recipients, ...(words === null ? {} : { words }) }));
  return EXIT.done;
}

const WORDS: Readonly<Record<RotateProblem['kind'], string>> = {
  noCard: 'there is no card of this centre that root.pub signed.',
  noRootKey: 'bring it from the safe first; where it is lost, say --root-key.',
  otherRoot: 'this is not the key that signed centre.json.',
  cannotWrite: 'it cannot be written; say the same again.',
};
