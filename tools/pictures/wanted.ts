/** Which screens are wanted, by name. */
export interface Wanted {
  readonly has: (screen: string) => boolean;
  /** Tells whether any whose name begins so may be: whole rounds are left out otherwise. */
  readonly mayBegin: (beginning: string) => boolean;
}

export const everyScreen: Wanted = { has: () => true, mayBegin: () => true };

/** The screens whose names fit a pattern. */
export function screensLike(pattern: RegExp): Wanted {
  return { has: (screen) => pattern.test(screen), mayBegin: () => true };
}

/** These screens alone. */
export function theseScreens(names: readonly string[]): Wanted {
  return {
    has: (screen) => names.includes(screen),
    mayBegin: (beginning) => names.some((name) => name.startsWith(beginning)),
  };
}
