const SPECIAL = /[&<>"']/;

/** Makes a text safe wherever HTML takes one: between tags and in a quoted attribute. */
export function escapeHtml(plain: string): string {
  // Most texts of a page have none of them.
  if (!SPECIAL.test(plain)) return plain;
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
