import { useEffect, useRef, useState } from 'react';
import type { PreviewContent } from '../../../ipc/preview-contract.ts';
import type { PreviewFrame, StandingText } from '../../preview/preview-host.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';

interface PreviewGlassProps {
  readonly content: PreviewContent;
  /** Its size in pixels. */
  readonly glass: { readonly width: number; readonly height: number };
  readonly onReady: (frame: PreviewFrame) => void;
  readonly onTouched: (texts: readonly StandingText[]) => void;
  readonly onWalked: () => void;
}

/** The kiosk's glass, as large as there is room: in it its screens stand in their own size, and know of nothing around. */
export function PreviewGlass({ content, glass, onReady, onTouched, onWalked }: PreviewGlassProps) {
  const { say } = useDeskWords();
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  const on = useRef({ onReady, onTouched, onWalked });
  useEffect(() => {
    on.current = { onReady, onTouched, onWalked };
  });
  const [isHosted, setHosted] = useState(false);
  useEffect(() => {
    window.previewHost = {
      content,
      say: translations['speech.say'],
      hush: translations['speech.hush'],
      ready: (frame) => on.current.onReady(frame),
      touched: (texts) => on.current.onTouched(texts),
      walked: () => on.current.onWalked(),
    };
    // The frame asks for it as soon as it stands.
    setHosted(true);
    return () => {
      delete window.previewHost;
    };
  }, [content]);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const fit = (): void => setScale(Math.min(current.clientWidth / glass.width, current.clientHeight / glass.height));
    const observer = new ResizeObserver(fit);
    observer.observe(current);
    return () => observer.disconnect();
  }, [glass]);
  return (
    <div ref={box} className="preview-glass">
      {isHosted && (
        <iframe
          src="/preview.html"
          title={say('desk.translation.tab.preview')}
          width={glass.width}
          height={glass.height}
          style={{ transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
