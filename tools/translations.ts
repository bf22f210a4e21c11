// npm run translations -- export|import|status --home DIR …: takes the texts of a home to translators who have no kiosk,
// and back, as XLIFF or XLSX. translations/request.ts says more, docs/translation.md tells how.
import { systemClock } from '../node/system-clock.ts';
import { runTranslations } from './translations/run-translations.ts';

process.exitCode = await runTranslations(process.argv.slice(2), {
  clock: systemClock,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
