import { base64Of } from '../../base64.ts';

/** The longer edge of a kept picture, in pixels: enough for the circle on the largest screen. */
const EDGE_PX = 480;
const QUALITY = 0.85;

/**
 * Makes a small square JPEG of the middle of a picture, in base64. Nothing but its points is kept: no place, no camera.
 *
 * @throws when the file is no picture that a browser can draw
 */
export async function smallPicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const side = Math.min(picture.width, picture.height);
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  const canvas = new OffscreenCanvas(EDGE_PX, EDGE_PX);
  canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, EDGE_PX, EDGE_PX);
  picture.close();
  return base64Of(await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }));
}
