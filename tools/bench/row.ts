const NAME_WIDTH = 38;
const NUMBER_WIDTH = 11;
const BYTES_PER_MEBIBYTE = 2 ** 20;

/** One line of a table: a name, and cells that end below each other. */
export function row(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(NAME_WIDTH), ...cells.map((cell) => cell.padStart(NUMBER_WIDTH))].join('').trimEnd();
}

/** Bytes as whole mebibytes. */
export function mebibytes(bytes: number): string {
  return (bytes / BYTES_PER_MEBIBYTE).toFixed(0);
}
