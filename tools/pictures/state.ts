import type { Studio } from './studio.ts';

/** Takes the pictures of a state, under its own name or with something added to it. */
export interface Camera {
  /** Takes a picture of what stands, where it is wanted. */
  readonly take: (more?: string) => Promise<void>;
  /** Tells whether that picture is wanted: what leads to it alone can be left out otherwise. */
  readonly wants: (more: string) => boolean;
}

/** A screen by name, and how the kiosk is brought to it. */
export interface State {
  readonly name: string;
  /** Whether it is one picture, or the beginning of many names. */
  readonly screens: 'one' | 'many';
  /** Brings the screen about from wherever the kiosk stands, and takes its picture, or several on the way. */
  readonly run: (studio: Studio, camera: Camera) => Promise<void>;
}

/** A state that is one picture. */
export function screen(name: string, reach: (studio: Studio) => Promise<void>): State {
  return {
    name,
    screens: 'one',
    run: async (studio, { take }) => {
      await reach(studio);
      await take();
    },
  };
}
