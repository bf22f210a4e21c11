import './pictogram.css';

/** One of the drawings that the page comes with, in the colour of the text around it. It says nothing aloud. */
export function Pictogram({ name }: { readonly name: string }) {
  return (
    <svg className="pictogram" aria-hidden="true">
      <use href={`#pictogram-${name}`} />
    </svg>
  );
}
