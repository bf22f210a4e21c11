/** A file in base64, as it crosses to the kiosk. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A call takes so many arguments and no more.
  const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, part) =>
    String.fromCharCode(...bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)),
  );
  return btoa(parts.join(''));
}

const PART_BYTES = 32_768;
