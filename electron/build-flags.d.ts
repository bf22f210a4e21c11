// Constants that tools/vite.flags.ts fixes when the program is built.

/** True only in the build that the tests drive: it keeps the remote debugging switch, which production removes. */
declare const __TEST_BUILD__: boolean;

/** The version of Electron that package.json names; another one at run time is a stand-in for development. */
declare const __EXPECTED_ELECTRON__: string;
