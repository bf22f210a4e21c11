const EVERY_MS = 60_000;

/**
 * Lets `refresh` run every minute while something stands, and once more when it goes: a greeting may stand for days,
 * and a visit begins with what is true then.
 *
 * @returns what ends the standing
 */
export function keepFresh(refresh: () => void): () => void {
  const timer = setInterval(refresh, EVERY_MS);
  return () => {
    clearInterval(timer);
    refresh();
  };
}
