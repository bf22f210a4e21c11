import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { requestSchemas } from '../../ipc/contract.ts';
import type { SourceFile } from '../locales/usage.ts';

/** Where the parts of the content stand in the repository; problems name files by these paths. */
export const PACK_FOLDER = 'assets/content/intake';
const LOCALES_FOLDER = 'locales';
/** What each code has meant; see core/pack/meanings.ts. */
export const REGISTER_FILE = `${PACK_FOLDER}/codes.json`;

const root = join(import.meta.dirname, '../..');
const PROGRAM_FOLDERS = ['core', 'centre', 'electron', 'ipc', 'renderer'];

/** Everything that is checked, as it was found. */
export interface ContentSource {
  /** Texts of JSON files by path below the repository's top; null for one that is not UTF-8. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly pictograms: ReadonlySet<string>;
  /** The program, for finding out which texts it shows. */
  readonly program: readonly SourceFile[];
  /** Names in the program that look like text keys but are channels between its processes. */
  readonly channels: ReadonlySet<string>;
}

/** The folders to check. */
export interface ContentFolders {
  readonly pack: string;
  readonly locales: string;
}

/** The project's own. */
export const OWN_FOLDERS: ContentFolders = { pack: join(root, PACK_FOLDER), locales: join(root, LOCALES_FOLDER) };

/**
 * Reads everything that is checked. What is missing is left out: the checks say so. A pack elsewhere without a register
 * of its own is held against the project's, which is what its codes have meant so far.
 */
export function readContent(folders: ContentFolders): ContentSource {
  const register = join(OWN_FOLDERS.pack, 'codes.json');
  const files = new Map([
    ...(existsSync(register) ? [[REGISTER_FILE, readText(register)] as const] : []),
    ...jsonFiles(folders.pack, PACK_FOLDER),
    ...jsonFiles(folders.locales, LOCALES_FOLDER),
  ]);
  return {
    files,
    pictograms: readPictograms(),
    program: readProgram(),
    channels: new Set(Object.keys(requestSchemas)),
  };
}

/** The real path of a file that a problem names, as somebody can open it from here. */
export function shownPath(file: string, { pack, locales }: ContentFolders): string {
  const [folder, start] = file.startsWith(`${PACK_FOLDER}/`) ? [pack, PACK_FOLDER] : [locales, LOCALES_FOLDER];
  if (!file.startsWith(`${start}/`)) return file;
  const path = join(folder, file.slice(start.length + 1));
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}

function jsonFiles(folder: string, shown: string): readonly (readonly [string, string | null])[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.json'))
    .map((path) => [`${shown}/${path}`, readText(join(folder, path))]);
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function readText(path: string): string | null {
  return fromUtf8(readFileSync(path));
}

function readPictograms(): ReadonlySet<string> {
  return new Set(filesBelow(join(root, 'assets/pictograms')).map((path) => path.replace(/\.svg$/, '')));
}

function readProgram(): readonly SourceFile[] {
  return PROGRAM_FOLDERS.flatMap((folder) =>
    filesBelow(join(root, folder))
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  );
}
