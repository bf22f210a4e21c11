import { BrowserWindow, session as sessions, type WebContents } from 'electron';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { PaperProblem } from '../../ipc/paper-problem.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { lockDownSession } from './lockdown.ts';
import type { WindowService } from '../thread/services.ts';

/** What prints for the kiosk's thread. */
type PrinterService = Pick<WindowService, 'canPrint' | 'print'>;

/** Where papers are drawn: in memory, apart from every person's session. */
const PARTITION = 'paper';
const PAPER_URL = `${APP_ORIGIN}/paper`;
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";
/** A printer that says nothing for so long has failed, and the person is told to copy. */
const PATIENCE_MS = 60_000;

/** The printer of this build. */
export function createPrinter(): PrinterService {
  return __TEST_BUILD__ ? printerInMemory() : SYSTEM_PRINTER;
}

/** Prints without asking, on the printer of the house or of the system. */
const SYSTEM_PRINTER: PrinterService = {
  canPrint: (name) => onPaper('', isPrinterThere(name)),
  print: (html, name) =>
    onPaper(html, async (contents) =>
      (await isPrinterThere(name)(contents)) ? printed(contents, name) : fail({ kind: 'noPrinter' }),
    ),
};

/** For the test build: papers become PDF in memory, so that a test can read what would have come out. */
function printerInMemory(): PrinterService {
  const papers: Uint8Array[] = [];
  Object.assign(globalThis, { matuTestPapers: papers });
  return {
    canPrint: () => Promise.resolve(true),
    print: (html) =>
      onPaper(html, async (contents) => {
        papers.push(await contents.printToPDF({ printBackground: true }));
        return ok(null);
      }),
  };
}

/** Whether a printer is there: the named one, or, for null, any. */
function isPrinterThere(wanted: string | null): (contents: WebContents) => Promise<boolean> {
  return async (contents) => {
    const printers = await contents.getPrintersAsync();
    return wanted === null ? printers.length > 0 : printers.some(({ name }) => name === wanted);
  };
}

function printed(contents: WebContents, deviceName: string | null): Promise<Result<null, PaperProblem>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fail({ kind: 'notPrinted' })), PATIENCE_MS);
    contents.print(
      { silent: true, printBackground: true, ...(deviceName === null ? {} : { deviceName }) },
      (isDone) => {
        clearTimeout(timer);
        resolve(isDone ? ok(null) : fail({ kind: 'notPrinted' }));
      },
    );
  });
}

/** One paper after the other: they share a session, which serves one page. */
let lastPaper: Promise<unknown> = Promise.resolve();

/** Shows a page to nobody, does something with it, and forgets it. */
function onPaper<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
  const paper = lastPaper.then(() => drawn(html, use));
  lastPaper = paper.catch(() => undefined);
  return paper;
}

async function drawn<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
  const session = sessions.fromPartition(PARTITION);
  if (session.protocol.isProtocolHandled('app')) session.protocol.unhandle('app');
  else lockDownSession(session);
  session.protocol.handle('app', (request) => answer(new URL(request.url).pathname, html));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  try {
    await window.loadURL(PAPER_URL);
    return await use(window.webContents);
  } finally {
    window.destroy();
  }
}

/** The page itself, and nothing else. */
function answer(path: string, html: string): Response {
  if (path !== '/paper') return new Response(null, { status: 404 });
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': CONTENT_SECURITY_POLICY };
  return new Response(html, { headers: { ...headers, 'Cache-Control': 'no-store' } });
}
