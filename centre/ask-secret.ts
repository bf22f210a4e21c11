import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Where a person sits. */
interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks for a line that nobody looking over a shoulder may see; null when whoever sits there gives up. */
export function askSecret(prompt: string, { input, output }: Terminal): Promise<string | null> {
  output.write(prompt);
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  // As a terminal, readline takes the echo into its own hands, and then has nowhere to write it.
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  return new Promise((resolve) => {
    const end = (line: string | null): void => {
      resolve(line);
      lines.close();
    };
    lines.once('line', end);
    lines.once('SIGINT', () => {
      end(null);
    });
    lines.once('close', () => {
      output.write('\n');
      resolve(null);
    });
  });
}
