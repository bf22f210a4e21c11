const PICTURE_PATH = /^\/people\/([1-9][0-9]{0,5})\.jpg$/;

/** Where a window finds the picture of somebody of the house. */
export function picturePath(person: number): string {
  return `/people/${person}.jpg`;
}

/** Whose picture stands at a path; null where none does. */
export function personOfPicture(path: string): number | null {
  const person = PICTURE_PATH.exec(path)?.[1];
  return person === undefined ? null : Number(person);
}
