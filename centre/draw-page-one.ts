import { toUtf8 } from '../core/basics/utf8.ts';
import type { Manifest } from '../core/bundle/manifest.ts';
import type { Intake } from '../core/intake/intake.ts';
import { pageOne } from '../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../core/intake/page-one-html.ts';
import { readPageOneTexts } from './page-one-texts.ts';

/** What page 1 is drawn from. */
export interface PageOneSource {
  readonly intake: Intake;
  readonly manifest: Manifest;
}

/** When page 1 is read, and when the intake came, both in milliseconds by the centre's clock. */
export interface PageOneMoments {
  readonly nowMs: number;
  readonly receivedAtMs: number;
}

/** Draws page1.html in the language of the house, with the day of fourteen where that right is known. */
export function drawPageOne({ intake, manifest }: PageOneSource, { nowMs, receivedAtMs }: PageOneMoments): Uint8Array {
  const { language } = intake.site;
  const texts = readPageOneTexts(language);
  const { kioskId, seq, clockConfidence } = manifest;
  // A file can be younger than the clock says, but it cannot have been received in the future.
  const facts = { kioskId, seq, clockConfidence, nowMs, receivedAtMs: Math.min(receivedAtMs, nowMs) };
  return toUtf8(pageOneHtml(pageOne(intake, facts, texts), pageOneLabels(language, texts)));
}
