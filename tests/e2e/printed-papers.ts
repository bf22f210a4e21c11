import type { KioskWindow } from '../../tools/person/kiosk-window.ts';

/** What came out of the printer that tests have in its place, as PDF. */
export async function printedPapers({ app }: KioskWindow): Promise<readonly Uint8Array[]> {
  const papers = await app.evaluate(() =>
    (globalThis as unknown as { matuTestPapers: Uint8Array[] }).matuTestPapers.map((paper) =>
      Buffer.from(paper).toString('base64'),
    ),
  );
  return papers.map((paper) => Buffer.from(paper, 'base64'));
}
