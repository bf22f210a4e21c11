import type { CSSProperties } from 'react';
import './pictogram.css';

/** One of the drawings under app://kiosk/pictograms, in the colour of the text around it. It says nothing aloud. */
export function Pictogram({ name }: { readonly name: string }) {
  const shape = { '--shape': `url("/pictograms/${encodeURIComponent(name)}.svg")` } as CSSProperties;
  return <span className="pictogram" style={shape} aria-hidden="true" />;
}
