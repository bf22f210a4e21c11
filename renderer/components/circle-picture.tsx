import { useRef, type CSSProperties } from 'react';
import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { ringPlace, ringRadius } from './ring-places.ts';
import { Sign } from './sign.tsx';
import './circle-picture.css';

/** Somebody in the circle. */
export interface ShownPerson {
  /** The ring, counted from the middle. */
  readonly ring: number;
  readonly who: string;
  readonly pictogram: string | null;
  /** Who it is and where, and that a tap takes them out. */
  readonly label: string;
}

interface CirclePictureProps {
  readonly label: string;
  /** The names of the rings, from the middle outwards. */
  readonly rings: readonly Lines[];
  readonly people: readonly ShownPerson[];
  readonly onRemove: (index: number) => void;
}

/** Rings around the person in the middle, and on them those who matter. A tap takes somebody out. */
export function CirclePicture({ label, rings, people, onRemove }: CirclePictureProps) {
  const picture = useRef<HTMLDivElement>(null);
  const remove = (index: number): void => {
    // The button goes with the person; the focus must not be lost with it.
    picture.current?.focus({ preventScroll: true });
    onRemove(index);
  };
  return (
    <div ref={picture} className="circle-picture" role="group" aria-label={label} tabIndex={-1}>
      {rings.map((ring, index) => (
        <Ring key={ring.first.text} name={ring} radius={ringRadius(index, rings.length)} />
      ))}
      <span className="circle-middle">
        <Pictogram name="person" />
      </span>
      {people.map((person, index) => (
        <button
          key={index}
          type="button"
          className="circle-person"
          style={placeStyle(person, people.slice(0, index), people, rings.length)}
          aria-label={person.label}
          data-placed={person.who}
          onClick={() => remove(index)}
        >
          {person.pictogram !== null && <Pictogram name={person.pictogram} />}
          <span className="circle-cross">
            <Sign shape="remove" />
          </span>
        </button>
      ))}
    </div>
  );
}

function Ring({ name, radius }: { readonly name: Lines; readonly radius: number }) {
  return (
    <span className="circle-ring" style={{ '--radius': radius } as CSSProperties}>
      <span className="circle-ring-name" lang={name.first.language}>
        {name.first.text}
      </span>
    </span>
  );
}

function placeStyle(
  { ring }: ShownPerson,
  before: readonly ShownPerson[],
  all: readonly ShownPerson[],
  rings: number,
): CSSProperties {
  const inRing = (people: readonly ShownPerson[]): number => people.filter((each) => each.ring === ring).length;
  const { left, top } = ringPlace({ ring, rings }, { place: inRing(before), count: inRing(all) });
  return { left: `${left}%`, top: `${top}%` };
}
