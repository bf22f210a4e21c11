import './sign.css';

const SHAPES = {
  more: 'M24 10v28M10 24h28',
  fewer: 'M10 24h28',
  remove: 'M13 13l22 22M35 13 13 35',
  erase: 'M18 10h22v28H18L6 24zM23 19l10 10M33 19 23 29',
} as const;

/** A small sign on a button that says in words, aloud or beside it, what it does. */
export function Sign({ shape }: { readonly shape: keyof typeof SHAPES }) {
  return (
    <svg className="sign" viewBox="0 0 48 48" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  );
}
