const DANGEROUS_START = /^[=+\-@\t\r]/;

/**
 * Writes one line of a CSV file (RFC 4180). Every field stands in quotes, and one that a spreadsheet would take for a
 * formula gets an apostrophe before it: nothing is ever worked out on the machine of whoever opens the file.
 */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map((field) => quoted(field === null ? '' : String(field))).join(',')}\r\n`;
}

function quoted(text: string): string {
  const harmless = DANGEROUS_START.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
