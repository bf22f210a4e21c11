import { writeOpusFile } from '../../../core/speech/opus-file.ts';
import { SAMPLES_PER_SECOND, type Samples } from '../../../core/speech/voice-take.ts';

/** Speech of one voice is clear at this rate; Opus, bits a second. */
const BIT_RATE = 32_000;
/** What libopus at 48 kHz looks ahead, unless the encoder says otherwise. */
const USUAL_PRE_SKIP = 312;
const PRE_SKIP_AT = 10;
/** The encoder holds the end back; what comes out of this is cut off again. */
const BEHIND = SAMPLES_PER_SECOND / 25;

/** Encodes a take as Opus in Ogg, by the browser's own encoder. */
export async function encodeVoice(samples: Samples): Promise<Uint8Array<ArrayBuffer>> {
  const packets: Uint8Array[] = [];
  let preSkip = USUAL_PRE_SKIP;
  await new Promise<void>((resolve, reject) => {
    const encoder = new AudioEncoder({
      output: (chunk, metadata) => {
        const packet = new Uint8Array(chunk.byteLength);
        chunk.copyTo(packet);
        packets.push(packet);
        preSkip = preSkipOf(metadata?.decoderConfig?.description) ?? preSkip;
      },
      error: reject,
    });
    encoder.configure({
      ...{ codec: 'opus', sampleRate: SAMPLES_PER_SECOND, numberOfChannels: 1, bitrate: BIT_RATE },
      opus: { frameDuration: 20_000, application: 'voip', signal: 'voice' },
    } as AudioEncoderConfig);
    const data = new Float32Array(samples.length + BEHIND);
    data.set(samples);
    const sound = { numberOfFrames: data.length, numberOfChannels: 1, sampleRate: SAMPLES_PER_SECOND, timestamp: 0 };
    const audio = new AudioData({ format: 'f32-planar', ...sound, data });
    encoder.encode(audio);
    audio.close();
    encoder.flush().then(resolve, reject);
  });
  const [serial = 0] = crypto.getRandomValues(new Uint32Array(1));
  return writeOpusFile({ packets, preSkip, samples: samples.length }, serial);
}

/** The encoder's own OpusHead, where it tells one. */
function preSkipOf(description: AllowSharedBufferSource | undefined): number | null {
  if (description === undefined) return null;
  const view = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return view.byteLength < PRE_SKIP_AT + 2 ? null : view.getUint16(PRE_SKIP_AT, true);
}
