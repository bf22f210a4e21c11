import { useSyncExternalStore } from 'react';

/** Changes whenever what fits on the screen may change: the window, the language, the look, the size of the words. */
export function useLayoutKey(): string {
  return useSyncExternalStore(listen, layoutKey);
}

function listen(onChange: () => void): () => void {
  const ofRoot = new MutationObserver(onChange);
  ofRoot.observe(document.documentElement, { attributes: true });
  window.addEventListener('resize', onChange);
  // The first words may have been measured in another font.
  document.fonts.addEventListener('loadingdone', onChange);
  return () => {
    ofRoot.disconnect();
    window.removeEventListener('resize', onChange);
    document.fonts.removeEventListener('loadingdone', onChange);
  };
}

function layoutKey(): string {
  const { lang, style, dataset } = document.documentElement;
  const ofRoot = [lang, style.cssText, dataset['size'], dataset['panel']];
  return [window.innerWidth, window.innerHeight, document.fonts.status, ...ofRoot].join(' ');
}
