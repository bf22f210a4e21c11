import { createRoot } from 'react-dom/client';
import type { VisitView } from '../ipc/contract.ts';
import { App } from './app.tsx';
import { kiosk } from './kiosk.ts';
import { loadTexts } from './load-texts.ts';
import { leaveNoCaret } from './no-caret.ts';
import { showPanel } from './theme/panel.ts';
import './theme/theme.css';

async function start(): Promise<void> {
  const [description, texts, first] = await Promise.all([kiosk['kiosk.describe']({}), loadTexts(), firstView()]);
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page lacks its root element');
  showPanel(description.panel);
  document.documentElement.lang = description.siteLanguage;
  document.title = texts[description.siteLanguage].texts['kiosk.windowTitle'] ?? '';
  createRoot(container).render(<App description={description} texts={texts} first={first} onStands={reportPainted} />);
}

/** Asks together with everything else; a closed kiosk has no visits to show. */
function firstView(): Promise<VisitView | null> {
  return kiosk['visit.show']({}).catch(() => null);
}

/** Says that the first screen stands: after the next frame has been put on the glass. */
function reportPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void kiosk['kiosk.painted']({})));
}

leaveNoCaret();
void start();
