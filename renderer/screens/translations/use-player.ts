import { useEffect, useRef } from 'react';

/** Plays a take as it would be kept, out of this window's own memory. Only one sounds at a time. */
export function usePlayer(): { readonly play: (opus: Uint8Array<ArrayBuffer>) => Promise<void> } {
  const context = useRef<AudioContext | null>(null);
  useEffect(() => () => void context.current?.close(), []);
  return {
    play: async (opus) => {
      await context.current?.close();
      const own = new AudioContext();
      context.current = own;
      const source = own.createBufferSource();
      // What is decoded is taken from the caller, who keeps theirs.
      source.buffer = await own.decodeAudioData(opus.slice().buffer);
      source.connect(own.destination);
      source.start();
    },
  };
}
