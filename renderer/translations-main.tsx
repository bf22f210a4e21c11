import { createRoot } from 'react-dom/client';
import type { DeskWordsByLanguage } from '../ipc/desk-contract.ts';
import { TranslationsApp } from './screens/translations/translations-app.tsx';
import { askRowsEarly } from './screens/translations/use-rows.ts';
import { showPanel } from './theme/panel.ts';
import { translations } from './translations.ts';
import './theme/theme.css';
import './screens/staff/desk.css';
import './screens/translations/text-table.css';
import './screens/translations/text-editor.css';
import './screens/translations/preview-screen.css';
import './screens/translations/voice.css';
import './screens/translations/translations.css';

async function start(): Promise<void> {
  const shown = translations['translation.show']({});
  askRowsEarly();
  const view = await shown;
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page lacks its root element');
  showPanel(view.panel);
  createRoot(container).render(<TranslationsApp view={view} words={JSON.parse(view.words) as DeskWordsByLanguage} />);
}

void start();
