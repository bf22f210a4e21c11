import type { ReactNode } from 'react';
import { useDeskWords } from '../desk-context.ts';

/** How it will be for who stands there, before it is saved. */
export function Preview({ children }: { readonly children: ReactNode }) {
  const { say } = useDeskWords();
  return (
    <div className="desk-preview" data-preview>
      <p className="desk-quiet">{say('desk.settings.preview')}</p>
      {children}
    </div>
  );
}
