import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import './notice-box.css';

/** Something honest that a person should know before answering. */
export function NoticeBox({ lines }: { readonly lines: Lines }) {
  return (
    <div className="notice-box">
      <Pictogram name="info" />
      <div>
        <p lang={lines.first.language}>{lines.first.text}</p>
        {lines.second !== null && (
          <p className="notice-second" lang={lines.second.language}>
            {lines.second.text}
          </p>
        )}
      </div>
    </div>
  );
}
