/** The colour that an element is seen on: that of the nearest thing around it that is painted without gaps. */
export function groundOf(element: Element): string {
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    const { backgroundColor } = getComputedStyle(around);
    if (partsOf(backgroundColor)[3] === 1) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}

/**
 * How far two colours are apart, from 1 to 21.
 *
 * @param one as computed styles tell it: rgb(…) or rgba(…)
 * Source: WCAG 2.2, contrast ratio
 */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Source: WCAG 2.2, relative luminance */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue up to 255, and how opaque up to 1. */
function partsOf(colour: string): readonly number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}
