import { mebibytes, row } from '../row.ts';
import type { ReceiveCost } from './measure-receive.ts';

/** The lines on what receiving costs at the centre. */
export function receiveTable(costs: readonly ReceiveCost[]): readonly string[] {
  const first = costs[0];
  const last = costs.at(-1);
  const each = ({ bundles, receiveMs }: ReceiveCost): number => receiveMs / bundles;
  return [
    row('Receiving bundles, ms each', 'bundles', 'receive', 'age -d', 'by hand', 'peak MiB'),
    ...costs.map((cost) => costRow(cost)),
    row('  receive / age -d', ...costs.map(({ receiveMs, ageMs }) => (receiveMs / ageMs).toFixed(2))),
    row('  by hand / receive', ...costs.map(({ receiveMs, byHandMs }) => (byHandMs / receiveMs).toFixed(2))),
    ...(first === undefined || last === undefined || first === last
      ? []
      : [row(`  each at ${last.bundles} / at ${first.bundles}`, (each(last) / each(first)).toFixed(2))]),
  ];
}

function costRow({ bundles, receiveMs, ageMs, byHandMs, peakBytes }: ReceiveCost): string {
  const times = [receiveMs, ageMs, byHandMs].map((ms) => (ms / bundles).toFixed(2));
  return row('', String(bundles), ...times, peakBytes === null ? '–' : mebibytes(peakBytes));
}
