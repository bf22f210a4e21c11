import { row } from '../row.ts';
import type { SaveCost, SaverName } from './measure-saves.ts';
import type { StorageCosts } from './measure-storage.ts';

const NAMES: Readonly<Record<SaverName, string>> = {
  bare: 'bare append + fdatasync',
  matu: 'Matu',
  sqlite: 'SQLite encrypted, WAL, FULL',
  lowdb: 'lowdb JSONFile, never synced',
};

/** The lines on what keeping costs. */
export function storageTable({ saving, sealing, recovery }: StorageCosts): readonly string[] {
  const { bytes, costs } = saving;
  const bare = costs.find(({ saver }) => saver === 'bare');
  return [
    row(`Saving one answer (${bytes} bytes), ms`, 'stored', 'p50', 'p99', 'p50/bare', 'saves'),
    ...costs.map((cost) => saveRow(cost, bare)),
    ...(['matu', 'sqlite', 'lowdb'] as const).flatMap((saver) =>
      growthRow(costs.filter((cost) => cost.saver === saver)),
    ),
    '',
    row(`Sealing ${sealing.archiveBytes} bytes, median ms`, ''),
    row('  packed, signed and encrypted', ms(sealing.sealMs)),
    row('  age-encryption alone', ms(sealing.ageMs)),
    row('  Matu / age-encryption', ratio(sealing.sealMs, sealing.ageMs)),
    row('  kept durably', ms(sealing.commitMs)),
    '',
    row('Start after a pulled plug, ms', 'sealed', 'median', 'longest'),
    row('  opening the home', String(recovery.sealed), recovery.medianMs.toFixed(0), recovery.longestMs.toFixed(0)),
  ];
}

function saveRow({ saver, stored, p50, p99, count }: SaveCost, bare: SaveCost | undefined): string {
  const toBare = bare === undefined ? '' : ratio(p50, bare.p50);
  return row(`  ${NAMES[saver]}`, stored === null ? '' : String(stored), ms(p50), ms(p99), toBare, String(count));
}

/** How much longer it takes with the most stored than with the fewest. */
function growthRow(costs: readonly SaveCost[]): readonly string[] {
  const [fewest, most] = [costs[0], costs.at(-1)];
  if (fewest === undefined || most === undefined || fewest === most) return [];
  const name = `  ${NAMES[most.saver]}: most / fewest`;
  return [row(name, '', ratio(most.p50, fewest.p50), ratio(most.p99, fewest.p99))];
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

function ms(value: number): string {
  return value.toFixed(2);
}
