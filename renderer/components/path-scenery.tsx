import { smoothLine, type Place } from './way.ts';

interface PathSceneryProps {
  readonly stops: number;
  readonly isWater: boolean;
}

/** How far an upright way leans at each of its stops, in the units of path-answer.css. */
const LEAN = 3;
const SWAY = 2.2;
const MARGIN = 3.25;

/** The way itself, drawn twice: upright and lying. The style sheet shows the one that fits the screen. */
export function PathScenery({ stops, isWater }: PathSceneryProps) {
  const last = stops - 1;
  const indexes = Array.from({ length: stops }, (_, index) => index);
  const upright = indexes.map((index) => uprightPlace(index, stops, isWater));
  const lying = indexes.map((index) => ({
    x: ((index + 0.5) / stops) * 100,
    y: isWater ? 50 : 100 - (index / last) * 100,
  }));
  return (
    <>
      <Drawing className="path-scenery upright" viewBox={`0 0 ${MARGIN * 2 + LEAN * last} 100`} places={upright} />
      <Drawing className="path-scenery lying" viewBox="0 0 100 100" places={lying} />
    </>
  );
}

function uprightPlace(index: number, stops: number, isWater: boolean): Place {
  const sway = index % 2 === 0 ? 0 : SWAY;
  return { x: MARGIN + (isWater ? sway : LEAN * index), y: 100 - ((index + 0.5) / stops) * 100 };
}

interface DrawingProps {
  readonly className: string;
  readonly viewBox: string;
  readonly places: readonly Place[];
}

function Drawing({ className, viewBox, places }: DrawingProps) {
  return (
    <svg className={className} viewBox={viewBox} preserveAspectRatio="none" aria-hidden="true">
      <path d={smoothLine(places)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
