import type { ReactNode } from 'react';
import './two-sides.css';

/** Two groups: one under the other on an upright screen, side by side on a wide one. */
export function TwoSides({ children: [first, second] }: { readonly children: readonly [ReactNode, ReactNode] }) {
  return (
    <div className="two-sides">
      <div>{first}</div>
      <div>{second}</div>
    </div>
  );
}
