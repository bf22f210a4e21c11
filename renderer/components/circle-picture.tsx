import type { CSSProperties } from 'react';
import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { ringPlace, ringRadius } from './ring-places.ts';
import './circle-picture.css';

/** Somebody in the circle. */
export interface ShownPerson {
  /** The ring, counted from the middle. */
  readonly ring: number;
  readonly who: string;
  readonly pictogram: string | null;
  /** Who it is and where. */
  readonly label: string;
  /** The same, and that a tap takes them out. */
  readonly removeLabel: string;
}

interface CirclePictureProps {
  readonly label: string;
  /** The names of the rings, from the middle outwards. */
  readonly rings: readonly Lines[];
  readonly people: readonly ShownPerson[];
}

/** Rings around the person in the middle, and on them those who matter. To be looked at; nothing here is touched. */
export function CirclePicture({ label, rings, people }: CirclePictureProps) {
  return (
    <div className="circle-picture" role="group" aria-label={label}>
      {rings.map((ring, index) => (
        <Ring key={ring.first.text} name={ring} radius={ringRadius(index, rings.length)} />
      ))}
      <span className="circle-middle">
        <Pictogram name="person" />
      </span>
      {people.map((person, index) => (
        <span
          key={index}
          className="circle-person"
          role="img"
          style={placeStyle(person, people.slice(0, index), people, rings.length)}
          aria-label={person.label}
          data-placed={person.who}
        >
          {person.pictogram !== null && <Pictogram name={person.pictogram} />}
        </span>
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
