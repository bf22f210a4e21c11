/**
 * What one process did of a campaign; see tests/faults/campaign.ts.
 *
 * @typedef {object} Share
 * @property {string} part
 * @property {string} seed
 * @property {number} wanted
 * @property {number} done
 * @property {number} seconds
 * @property {number} memoryMiB of the test process
 * @property {number | null} otherMemoryMiB of the processes that it started, where they are looked at
 * @property {string | null} skipped why it was not done at all
 * @property {number | null} failedRound the round that found something, which ended the campaign
 */

/**
 * Sums up the lines of a record into the table of docs/reliability.md. A campaign may be done in several sittings, each
 * with a seed of its own, so that no round is counted twice. The shares of a sitting were done at the same time, so that
 * its time is that of the longest.
 *
 * @param {string} lines
 * @returns {string}
 */
export function recordTable(lines) {
  const shares = lines.split('\n').flatMap((line) => (line === '' ? [] : [parseShare(line)]));
  const parts = [...new Set(shares.map(({ part }) => part))];
  const rows = parts.map((part) =>
    rowOf(
      part,
      shares.filter((share) => share.part === part),
    ),
  );
  return [
    '| campaign | wanted | done | reached | seconds | memory of the test process, MiB | of the kiosk it started, MiB |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/**
 * @param {string} part
 * @param {readonly Share[]} shares
 * @returns {string}
 */
function rowOf(part, shares) {
  const skipped = shares.find((share) => share.skipped !== null)?.skipped;
  if (skipped !== undefined) return `| ${part} | – | – | no: ${skipped} | – | – | – |`;
  const seeds = [...new Set(shares.map(({ seed }) => seed))];
  const sittings = seeds.map((seed) => shares.filter((share) => share.seed === seed));
  const wanted = Math.max(...sittings.map((sitting) => sum(sitting.map((share) => share.wanted))));
  const done = sum(shares.map((share) => share.done));
  const seconds = sum(sittings.map((sitting) => Math.max(...sitting.map((share) => share.seconds))));
  const memoryMiB = Math.max(...shares.map((share) => share.memoryMiB));
  const others = shares.flatMap(({ otherMemoryMiB }) => otherMemoryMiB ?? []);
  const otherMemory = others.length === 0 ? '–' : count(Math.max(...others));
  const failed = shares.find((share) => share.failedRound !== null);
  const reached = done >= wanted ? 'yes' : 'no';
  const outcome = failed === undefined ? reached : `no: round ${failed.failedRound} of ${failed.seed} failed`;
  const cells = [part, count(wanted), count(done), outcome, count(seconds), count(memoryMiB), otherMemory];
  return `| ${cells.join(' | ')} |`;
}

/**
 * @param {readonly number[]} numbers
 * @returns {number}
 */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * @param {number} number
 * @returns {string}
 */
function count(number) {
  return number.toLocaleString('en');
}

/**
 * @param {string} line
 * @returns {Share}
 */
function parseShare(line) {
  const found = /** @type {Partial<Share>} */ (JSON.parse(line));
  return {
    part: '',
    seed: '',
    wanted: 0,
    done: 0,
    seconds: 0,
    memoryMiB: 0,
    otherMemoryMiB: null,
    skipped: null,
    failedRound: null,
    ...found,
  };
}
