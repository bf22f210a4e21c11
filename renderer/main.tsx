import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../core/basics/language.ts';
import { App } from './app.tsx';
import { createTranslator, LANGUAGES, type LoadedTexts } from './i18n/translator.ts';
import { kiosk } from './kiosk.ts';
import './theme/theme.css';

async function loadTexts(): Promise<LoadedTexts> {
  const load = async (language: Language) => [language, await kiosk['kiosk.texts']({ language })] as const;
  return Object.fromEntries(await Promise.all(LANGUAGES.map(load))) as LoadedTexts;
}

/** Says that the first screen stands: after the next frame has been put on the glass. */
function reportPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void kiosk['kiosk.painted']({})));
}

async function start(): Promise<void> {
  const [description, texts] = await Promise.all([kiosk['kiosk.describe']({}), loadTexts()]);
  const first = description.open ? await kiosk['visit.show']({}) : null;
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page lacks its root element');
  const translator = createTranslator(texts, description.siteLanguage);
  document.documentElement.lang = description.siteLanguage;
  document.title = translator.t('kiosk.windowTitle');
  document.addEventListener('contextmenu', refuseContextMenu);
  createRoot(container).render(
    <I18nextProvider i18n={translator}>
      <App
        description={description}
        setting={{ siteLanguage: description.siteLanguage, unapproved: new Set(texts.kl.unapproved) }}
        first={first}
      />
    </I18nextProvider>,
  );
  reportPainted();
}

function refuseContextMenu(event: Event): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

void start();
