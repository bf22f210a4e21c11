import { LEAST_GAP_MM, LEAST_KEY_MM, leastTargetMm } from './panels.ts';
import type { Measured } from './measure-screen.ts';
import type { Setting } from './setting.ts';

/** A screen that was looked at. */
export interface Pictured {
  readonly screen: string;
  readonly setting: Setting;
  readonly measured: Measured;
}

/** Something that is not as it has to be. Selectors and numbers only: never a word of an answer. */
export interface Finding {
  readonly screen: string;
  readonly language: string;
  readonly size: string;
  readonly kind: string;
  readonly selector: string;
  /** How far it is off: pixels where something is cut, millimetres where it is too small or too near. */
  readonly is: number | null;
  readonly atLeast?: number;
  readonly by?: string;
}

/** What is wrong on one screen. */
export function findingsOf({ screen, setting, measured }: Pictured): readonly Finding[] {
  const { language, panel } = setting;
  const at = { screen, language, size: panel.size };
  const { violations, clippings, targets } = measured;
  const least = leastTargetMm(panel.panel);
  return [
    ...violations.map(({ rule, selector }) => ({ ...at, kind: `axe: ${rule}`, selector, is: null })),
    ...clippings.map(({ pixels, ...rest }) => ({ ...at, ...rest, is: pixels })),
    ...targets
      .map((target) => ({ ...target, least: target.isKey ? LEAST_KEY_MM : least }))
      .filter((target) => target.mm < target.least)
      .map(({ selector, mm, least: atLeast, isKey }) => ({
        ...at,
        kind: isKey ? 'smallKey' : 'smallTarget',
        selector,
        is: mm,
        atLeast,
      })),
    ...targets
      .filter(({ gapMm }) => gapMm !== null && gapMm < LEAST_GAP_MM)
      .map(({ selector, gapMm }) => ({ ...at, kind: 'narrowGap', selector, is: gapMm, atLeast: LEAST_GAP_MM })),
  ];
}

/** The one line at the end. Sizes are null where nothing of the kind was seen. */
export interface Summary {
  readonly screens: number;
  readonly pictures: number;
  readonly axeViolations: number;
  readonly clipped: number;
  /** Of the two large panels. */
  readonly smallestTargetMm: number | null;
  /** Of all panels. */
  readonly smallestKeyMm: number | null;
}

/** @param all every screen that was looked at; a screen counts once, in whatever language and size it was seen */
export function summaryOf(all: readonly Pictured[]): Summary {
  const large = all.filter(({ setting }) => setting.panel.panel.kind === 'fixed');
  const count = (part: (measured: Measured) => readonly unknown[]): number =>
    all.reduce((sum, { measured }) => sum + part(measured).length, 0);
  return {
    screens: new Set(all.map(({ screen }) => screen)).size,
    pictures: all.length,
    axeViolations: count(({ violations }) => violations),
    clipped: count(({ clippings }) => clippings),
    smallestTargetMm: smallest(large.flatMap(({ measured }) => sizes(measured, false))),
    smallestKeyMm: smallest(all.flatMap(({ measured }) => sizes(measured, true))),
  };
}

/** The narrowest place between two things to touch, on all panels, in millimetres. */
export function smallestGapMm(all: readonly Pictured[]): number | null {
  return smallest(all.flatMap(({ measured }) => measured.targets.flatMap(({ gapMm }) => gapMm ?? [])));
}

function sizes({ targets }: Measured, keys: boolean): readonly number[] {
  return targets.filter(({ isKey }) => isKey === keys).map(({ mm }) => mm);
}

function smallest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((least, value) => Math.min(least, value));
}
