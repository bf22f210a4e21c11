/** One end of a line between two threads: a worker at one side, its parent's port at the other. */
export interface Line {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** Asks the other thread for one of its services. What goes over the line is copied. */
export type Ask<Service> = <K extends keyof Service & string>(
  name: K,
  ...given: Given<Service[K]>
) => Promise<Awaited<Answered<Service[K]>>>;

type Given<F> = F extends (...given: infer G) => unknown ? G : never;
type Answered<F> = F extends (...given: never[]) => infer R ? R : never;

interface Question {
  readonly kind: 'question';
  readonly number: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

type Reply =
  | { readonly kind: 'reply'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly number: number };

/**
 * Makes what asks the other thread. A promise is rejected when the other thread failed; with the name of what was asked
 * alone, because an error may quote what it stumbled over. Questions reach the other side in their order.
 */
export function askOver<Service>(line: Line): Ask<Service> {
  const waiting = new Map<number, Asker>();
  let asked = 0;
  line.on('message', (message) => {
    const reply = message as Question | Reply;
    if (reply.kind === 'question') return;
    const asker = waiting.get(reply.number);
    waiting.delete(reply.number);
    if (reply.kind === 'reply') asker?.resolve(reply.value);
    else asker?.reject();
  });
  return (name, ...given) =>
    new Promise((resolve, reject) => {
      asked += 1;
      const failed = (): void => reject(new Error(`Failed: the other thread could not do ${name}`));
      // The other side's answer to this very question.
      waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject: failed });
      line.postMessage({ kind: 'question', number: asked, name, given } satisfies Question);
    });
}

/** Whoever waits for a reply. */
interface Asker {
  readonly resolve: (value: unknown) => void;
  readonly reject: () => void;
}

/**
 * Answers what the other thread asks for. Both threads are of one program, and built together.
 *
 * @param service a function for each name that may be asked
 */
export function answerOver(line: Line, service: object): void {
  const acts = new Map(Object.entries(service));
  line.on('message', (message) => {
    const question = message as Question | Reply;
    if (question.kind !== 'question') return;
    const { number, name, given } = question;
    const done = new Promise((resolve) => {
      // The asker's type holds the name to those of the service, and what is given to what it takes.
      const act = acts.get(name) as (...given: readonly unknown[]) => unknown;
      resolve(act(...given));
    });
    void done.then(
      (value) => line.postMessage({ kind: 'reply', number, value } satisfies Reply),
      () => line.postMessage({ kind: 'failed', number } satisfies Reply),
    );
  });
}
