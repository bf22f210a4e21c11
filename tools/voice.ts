// npm run voice [-- --to FOLDER] [-- --only FILE]: speaks every text of the screens in every language, once, into
// .cache/audio; only what changed is spoken anew. --to copies the clips to a built program, --only takes one text file.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TEXT_FILE_NAMES } from './locales/locale-files.ts';
import { inCache, rootFolder } from './set-up/paths.mjs';
import { findClipMaker } from './voice/clip-maker.ts';
import { clipsOf, copyClips, engineFolder, makeMissing, removeOthers } from './voice/make-clips.ts';
import { spokenLocales } from './voice/spoken-locales.ts';

const PROGRESS_EVERY = 250;

const { values } = parseArgs({ options: { to: { type: 'string' }, only: { type: 'string' } } });
process.exitCode = await speakAll();

async function speakAll(): Promise<number> {
  const maker = findClipMaker();
  if (maker === null) {
    say('This build is silent until words are asked for: espeak-ng or opusenc (package opus-tools) is not installed.');
    return 0;
  }
  const only = TEXT_FILE_NAMES.filter((name) => name === values.only);
  const cache = inCache('audio');
  const folder = engineFolder(cache, maker.engine);
  mkdirSync(folder, { recursive: true });
  const clips = clipsOf(spokenLocales(rootFolder, values.only === undefined ? undefined : only), folder);
  const failed = await makeMissing(clips, maker, tellProgress);
  for (const { language, text } of failed) say(`Could not be spoken (${language}): ${text}`);
  if (failed.length > 0) return 1;
  if (values.only === undefined) removeOthers(clips, cache, folder);
  if (values.to !== undefined) copyClips(clips, maker.engine, values.to);
  say(`${clips.length} clips stand ready.`);
  return 0;
}

function tellProgress(done: number, of: number): void {
  if (done % PROGRESS_EVERY === 0) say(`Speaking: ${done} of ${of} …`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
