import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCentre } from '../../centre/run-centre.ts';
import type { Surroundings } from '../../centre/surroundings.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { parseCentreCard } from '../../core/bundle/centre-card.ts';
import type { CentreCard } from '../../core/bundle/centre-card.ts';
import { composeBundle } from '../../core/bundle/compose.ts';
import type { BundleContents, BundleTools } from '../../core/bundle/compose.ts';
import type { KioskCard } from '../../core/bundle/kiosk-card.ts';
import { languageOf } from '../../core/basics/language.ts';
import type { Manifest } from '../../core/bundle/manifest.ts';
import { recipientsHash } from '../../core/bundle/recipients.ts';
import { sealBundle } from '../../core/bundle/seal.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import type { Intake } from '../../core/intake/intake.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, newMinisignKey } from '../../node/minisign-keys.ts';
import type { MinisignSecretKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { writeTar } from '../../node/tar.ts';

/** What a run of the program said, and how it ended. */
export interface Run {
  readonly code: number;
  readonly said: readonly string[];
  readonly complained: readonly string[];
  /** The last line of `--json`, parsed. */
  readonly json: unknown;
}

/** The moment at which the centre reads: two days after Send. */
const NOW_MS = Date.parse('2026-03-03T08:00:00Z');

/** Runs the centre's program in this process. */
export function centre(...args: readonly string[]): Promise<Run> {
  return centreAt(NOW_MS, args);
}

/** Runs it at a terminal, where somebody answers questions in this order and then gives up. */
export function centreAsked(answers: readonly string[], ...args: readonly string[]): Promise<Run> {
  const left = [...answers];
  return centreAt(NOW_MS, args, { askSecret: () => Promise.resolve(left.shift() ?? null) });
}

async function centreAt(
  nowMs: number,
  args: readonly string[],
  more: Pick<Surroundings, 'askSecret'> = {},
): Promise<Run> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCentre(args, {
    random: systemRandom,
    clock: { nowMs: () => nowMs },
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    ...more,
  });
  const last = said.at(-1);
  return { code, said, complained, json: args.includes('--json') && last !== undefined ? JSON.parse(last) : null };
}

/** A made-up centre in a temporary folder, with one kiosk enrolled. */
export interface MadeCentre {
  readonly folder: string;
  readonly home: string;
  readonly out: string;
  readonly kioskFile: string;
  readonly card: CentreCard;
  readonly kioskKey: MinisignSecretKey;
  readonly kiosk: KioskCard;
  remove(): void;
}

/** @param options more words for `init` */
export function makeCentre(...options: readonly string[]): Promise<MadeCentre> {
  return makeCentreIn(mkdtempSync(join(tmpdir(), 'matu-centre-')), ...options);
}

/** Makes it in an existing folder. */
export async function makeCentreIn(folder: string, ...options: readonly string[]): Promise<MadeCentre> {
  const home = join(folder, 'centre');
  await centre('init', '--home', home, '--unprotected', ...options);
  const card = parseCentreCard(readFileSync(join(home, 'centre.json')));
  if (!card.ok) throw new Error(card.error.kind);
  const kioskKey = newMinisignKey(systemRandom);
  const kiosk = kioskOf(card.value, kioskKey);
  const kioskFile = join(folder, 'kiosk.json');
  writeFileSync(kioskFile, formatJson(kiosk));
  const out = join(folder, 'out');
  const remove = (): void => rmSync(folder, { recursive: true });
  return { folder, home, out, kioskFile, card: card.value, kioskKey, kiosk, remove };
}

export function kioskOf(card: CentreCard, kioskKey: MinisignSecretKey): KioskCard {
  return {
    format: 1,
    kioskId: newId(),
    centreId: card.centreId,
    siteId: card.site.siteId,
    publicKey: formatPublicKeyLine(minisignPublicKeyOf(kioskKey)),
    enrolledAt: '2026-01-02T00:00:00.000Z',
  };
}

export function newId(): string {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What a person answered, in words that are easy to look for. */
export function exampleIntake({ card }: MadeCentre): Intake {
  const { siteId, name, country, language, timeZone, policy } = card.site;
  const question = { text: 'Sooq tikippit?', siteText: 'Hvad vil du gerne have hjælp til først?' };
  return {
    format: 3,
    intakeId: newId(),
    createdAt: '2026-03-01T10:20:30.400Z',
    site: { siteId, name, country, language, timeZone, policy },
    language: 'kl',
    culture: 'greenlandic',
    track: 'short',
    contentVersion: 'c'.repeat(64),
    unitGrams: 12,
    answers: [
      {
        linkId: 'call-name',
        section: 'contact',
        sensitivity: 1,
        language: 'kl',
        culture: 'greenlandic',
        reviewStatus: 'approved',
        question,
        answeredAt: '2026-03-01T10:10:00.000Z',
        accompanied: false,
        said: { kind: 'words', text: 'Aviaja <b>& co</b>' },
      },
    ],
    flags: [],
    calls: [],
    instruments: [],
  };
}

/** The same intake with alcohol as what takes room, so that the right to treatment within fourteen days applies. */
export function drinking(intake: Intake): Intake {
  const alcohol = { code: 'alcohol', text: 'Imigassaq', siteText: 'Alkohol' };
  const answers = intake.answers.map((answer) => ({
    ...answer,
    linkId: 'takes-room',
    said: { kind: 'options' as const, options: [alcohol] },
  }));
  return { ...intake, answers };
}

export function exampleManifest({ card, kiosk }: MadeCentre, intake: Intake): Manifest {
  return {
    format: 1,
    kioskId: kiosk.kioskId,
    centreId: card.centreId,
    seq: 1,
    prevHash: null,
    intakeId: intake.intakeId,
    addsTo: null,
    recipientsHash: recipientsHash(card.recipients, nodeHasher),
    contentVersion: intake.contentVersion,
    language: languageOf(intake.language),
    culture: intake.culture,
    createdAt: intake.createdAt,
    timeZone: card.site.timeZone,
    clockConfidence: 'high',
    bootCounter: 1,
    appVersion: '0.1.0',
    withdrawTag: null,
  };
}

/** How a bundle departs from a good one. */
export interface Departure {
  readonly intake?: Intake;
  readonly intakeBytes?: Uint8Array;
  readonly fhir?: Uint8Array;
  /** Any JSON: also what no kiosk would write. */
  readonly manifest?: object;
  readonly key?: MinisignSecretKey;
  readonly recipients?: readonly string[];
  readonly sign?: BundleTools['sign'];
  readonly writeTar?: BundleTools['writeTar'];
  /** Changes the archive before it is sealed. */
  readonly archive?: (archive: Uint8Array) => Uint8Array;
}

/** Makes a sealed bundle as a kiosk does, but for what `departure` names. */
export async function makeBundle(made: MadeCentre, departure: Departure = {}): Promise<Uint8Array> {
  const intake = departure.intake ?? exampleIntake(made);
  const contents: BundleContents = {
    manifest: { ...exampleManifest(made, intake), ...departure.manifest },
    intake: departure.intakeBytes ?? formatJson(intake),
    fhir: departure.fhir ?? formatJson({ resourceType: 'QuestionnaireResponse' }),
    summary: new Uint8Array(Buffer.from('<!doctype html>\n')),
  };
  const key = departure.key ?? made.kioskKey;
  const sign = departure.sign ?? ((message, comment): string => minisignSign(key, message, comment));
  const tools = { hasher: nodeHasher, sign, writeTar: departure.writeTar ?? writeTar };
  const composed = composeBundle(contents, tools);
  if (!composed.ok) throw new Error(composed.error.kind);
  const archive = departure.archive?.(composed.value) ?? composed.value;
  return sealBundle(archive, departure.recipients ?? made.card.recipients);
}

/** Writes a bundle under the name that an export gives it, and returns the path. */
export function storeBundle({ folder }: MadeCentre, sealed: Uint8Array): string {
  const digest: Sha256 = nodeHasher.sha256(sealed);
  const path = join(folder, `${digest.slice(0, 32)}.age`);
  writeFileSync(path, sealed);
  return path;
}

/** Opens bundles with the centre's and the kiosk's own files. */
export function open(made: MadeCentre, ...bundles: readonly string[]): Promise<Run> {
  return openAt(NOW_MS, made, ...bundles);
}

/** Opens bundles at another moment than the usual one. */
export function openAt(nowMs: number, made: MadeCentre, ...bundles: readonly string[]): Promise<Run> {
  const files = ['--home', made.home, '--kiosk', made.kioskFile, '--out', made.out, '--json'];
  return centreAt(nowMs, ['open', ...bundles, ...files]);
}

/** Lists what stands in the folder for opened intakes; null when there is no such folder. */
export function written({ out }: MadeCentre): string[] | null {
  return existsSync(out) ? readdirSync(out).sort() : null;
}
