// Run by `npm run bench`: measures what a step costs in the core, and in the real window beside peers how long the next
// question takes after a tap, how long the start takes, what is held after many sessions, and what keeping answers costs
// on the disk beside other ways to keep them, what receiving bundles costs at the centre beside age's own program, and
// what the table of texts costs with very many of them.
// It judges nothing: a slow machine is no fault. With --json the last line is JSON.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCore } from './bench/core-costs.ts';
import { coreTable } from './bench/core-table.ts';
import { machineLine, thisMachine } from './bench/machine.ts';
import { measureMemory } from './bench/memory/measure-memory.ts';
import { measureNetwork } from './bench/network/measure-network.ts';
import { measureReceive } from './bench/receive/measure-receive.ts';
import { receiveTable } from './bench/receive/receive-table.ts';
import { measureStart } from './bench/start/measure-start.ts';
import { measureStorage } from './bench/storage/measure-storage.ts';
import { storageTable } from './bench/storage/storage-table.ts';
import { measureTranslations } from './bench/translations/measure-translations.ts';
import { translationsTable } from './bench/translations/translations-table.ts';
import { memoryTable, networkTable, startTable, windowTable } from './bench/window-tables.ts';
import { measureWindow } from './bench/window/measure-window.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string', default: '600' },
    journeys: { type: 'string', default: '2' },
    questions: { type: 'string', default: '100' },
    starts: { type: 'string', default: '12' },
    sessions: { type: 'string', default: '20,200' },
    saves: { type: 'string', default: '1000' },
    stored: { type: 'string', default: '10,1000,10000' },
    texts: { type: 'string', default: '5000' },
    bundles: { type: 'string', default: '100,300' },
  },
});

type Part = 'core' | 'window' | 'network' | 'start' | 'memory' | 'storage' | 'receive' | 'translations';
const costs: Partial<Record<Part | 'machine', unknown>> = { machine: thisMachine() };
const folder = mkdtempSync(join(tmpdir(), 'matu-bench-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const number = (text: string): number => Math.max(1, Number.parseInt(text, 10) || 1);
const program = (name: string): string => process.env[name] ?? '';
const electron = program('MATU_ELECTRON');

console.log(machineLine(thisMachine()));
try {
  if (isWanted('core')) tell('core', measureCore(number(values.rounds)), coreTable);
  if (isWanted('storage')) tell('storage', await storageCosts(), storageTable);
  if (isWanted('receive')) tell('receive', await receiveCosts(), receiveTable);
  if (isWanted('window')) tell('window', await windowCosts(), windowTable);
  if (isWanted('network')) tell('network', await networkCosts(), networkTable);
  if (isWanted('start')) tell('start', await startCosts(), startTable);
  if (isWanted('translations')) tell('translations', await translationCosts(), translationsTable);
  if (isWanted('memory')) tell('memory', await memoryCosts(), memoryTable);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.json) console.log(JSON.stringify(costs));

function isWanted(part: Part): boolean {
  return values.only === undefined || values.only === part;
}

function below(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

function tell<T>(part: Part, measured: T, table: (measured: T) => readonly string[]): void {
  costs[part] = measured;
  for (const line of ['', ...table(measured)]) console.log(line);
}

function storageCosts() {
  const stored = values.stored.split(',').map(number);
  const peers = process.env['MATU_STORAGE_PEERS'] ?? null;
  return measureStorage({ folder: below('storage'), peers, stored, saves: number(values.saves), say });
}

function receiveCosts() {
  return measureReceive(below('receive'), { amounts: values.bundles.split(',').map(number), say });
}

function windowCosts() {
  const programs = { electron, app: program('MATU_APP'), surveyjs: process.env['MATU_SURVEYJS'] ?? null };
  return measureWindow(programs, { ...wayAmount(), folder: below('window'), say });
}

function networkCosts() {
  const kiosk = { electron, app: program('MATU_APP') };
  return measureNetwork(kiosk, { ...wayAmount(), folder: below('network'), say });
}

function wayAmount() {
  return { journeys: number(values.journeys), questions: number(values.questions) };
}

function startCosts() {
  const programs = { electron, production: program('MATU_PRODUCTION'), bare: program('MATU_BARE') };
  return measureStart(programs, { starts: number(values.starts), folder: below('start'), say });
}

function translationCosts() {
  const kiosk = { electron, app: program('MATU_APP') };
  return measureTranslations(kiosk, { texts: number(values.texts), folder: below('translations'), say });
}

function memoryCosts() {
  const [early = 20, late = 200] = values.sessions.split(',').map(number);
  const kiosk = { electron, app: program('MATU_APP') };
  return measureMemory(kiosk, { early, late, folder: below('memory'), say });
}
