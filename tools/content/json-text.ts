import { fail, ok, type Result } from '../../core/basics/result.ts';

/**
 * Parses JSON.
 *
 * @returns in words for an editor where it breaks off
 */
export function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(`${lineOf(text, String(error))} A comma, bracket or quotation mark is often missing or one too many.`);
  }
}

function lineOf(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return 'This is no JSON: it breaks off at its end.';
  return `This is no JSON: look at line ${text.slice(0, Number(position)).split('\n').length}.`;
}

/** Strings, and the marks that open, close and part objects and lists. Everything else is of no interest here. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;

/**
 * Finds keys that stand twice in one object; reading them would silently keep the last.
 *
 * @param text JSON that parses
 */
export function doubledKeys(text: string): readonly string[] {
  const doubled = new Set<string>();
  // One entry for each object or list that is open: the keys of an object, null for a list.
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key = JSON.parse(last) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) doubled.add(key);
      keys?.add(key);
    }
    last = token;
  }
  return [...doubled];
}
