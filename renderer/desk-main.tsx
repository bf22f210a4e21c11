import { createRoot } from 'react-dom/client';
import type { DeskWordsByLanguage } from '../ipc/desk-contract.ts';
import { desk } from './desk.ts';
import { DeskApp } from './screens/staff/desk-app.tsx';
import { showPanel } from './theme/panel.ts';
import './theme/theme.css';
import './screens/staff/desk.css';

async function start(): Promise<void> {
  const [view, texts] = await Promise.all([desk['desk.show']({}), desk['desk.texts']({})]);
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page lacks its root element');
  showPanel(view.panel);
  createRoot(container).render(<DeskApp first={view} words={JSON.parse(texts) as DeskWordsByLanguage} />);
}

void start();
