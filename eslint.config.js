// House rules that a machine can watch. Layers are watched by .dependency-cruiser.cjs and the project references.
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SHELL = ['electron/preload*.ts', 'electron/ipc/**'];

/** Rules that several blocks extend: ESLint replaces a rule's options, it does not add to them. */
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name everywhere.',
};
const NO_RAW_HTML = [
  {
    selector:
      ':matches(JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"])',
    message: 'Show text as text; Trusted Types refuse HTML.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Show text as text; Trusted Types refuse HTML.',
  },
];
const NO_RAW_IPC = {
  paths: [
    {
      name: 'electron',
      importNames: ['ipcMain', 'ipcRenderer', 'contextBridge'],
      message: 'Messages between the processes go through electron/preload.ts and electron/ipc/ alone.',
    },
  ],
};

export default defineConfig(
  {
    ignores: [
      '**/.*/',
      'out/',
      'out-test/',
      'dist/',
      'coverage/',
      'test-results/',
      'demo-out/',
      'pictures-out/',
      'tests/bench/peers/',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,js,cjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.config.ts', '*.config.js', '.*.cjs', 'tools/set-up/pinned-loader/*.cjs'],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      'no-restricted-imports': ['error', NO_RAW_IPC],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // The slowest rules of the set, against slips that this code, without enums, leaves hardly any room for.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // An underscore says that a parameter is there for its place only.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `[...text]` is how this code takes text apart by characters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A number in a text is no accident.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => doIt()` reads well where nobody uses the result.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  {
    files: ['core/**', 'ipc/**', 'renderer/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...NO_RAW_HTML],
    },
  },
  {
    files: ['renderer/**'],
    ignores: ['renderer/kiosk.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'kiosk', message: 'Only renderer/kiosk.ts speaks to the main process.' },
      ],
    },
  },
  {
    files: SHELL,
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // Tools that their programs load by a default export.
    files: ['*.config.{ts,js}', 'tools/vite.*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // tsc checks these files by their JSDoc, casts included, which the linter does not see: every cast looks like `any`.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.cjs', 'eslint.config.js'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
