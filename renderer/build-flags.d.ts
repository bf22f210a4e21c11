// Constants that tools/vite.flags.ts fixes when the program is built.

/** True only in the build that the tests drive. */
declare const __TEST_BUILD__: boolean;
