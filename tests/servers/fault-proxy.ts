import { createServer, connect, type Server, type Socket } from 'node:net';

/** What the network between a kiosk and its server does. */
export type Fault =
  | { readonly kind: 'none' }
  /** Takes the connection and never says a word. */
  | { readonly kind: 'silent' }
  /** Breaks the connection after so many bytes that the kiosk sent. */
  | { readonly kind: 'dropAfter'; readonly bytes: number }
  /** Breaks the connection after so many bytes that the server sent. */
  | { readonly kind: 'truncateAfter'; readonly bytes: number }
  /** Passes everything on, so many milliseconds later. */
  | { readonly kind: 'delay'; readonly waitMs: number }
  /** Answers whatever is asked with these words, and asks no server. */
  | { readonly kind: 'answer'; readonly words: string };

/** A page as hotels and guest networks have it. */
export const CAPTIVE_PAGE =
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 62\r\nconnection: close\r\n\r\n' +
  '<!DOCTYPE html><html><body>Please accept our terms</body></html>'.slice(0, 62);

/** Stands between a kiosk and a server on the loopback, and makes what happens between them. */
export class FaultProxy {
  fault: Fault = { kind: 'none' };
  readonly #target: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(target: number) {
    this.#target = target;
    this.#server = createServer((client) => this.#serve(client));
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    return address.port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(client: Socket): void {
    this.#keep(client);
    const { fault } = this;
    if (fault.kind === 'silent') return;
    if (fault.kind === 'answer') {
      client.once('data', () => client.end(fault.words));
      return;
    }
    const server = connect(this.#target, '127.0.0.1');
    this.#keep(server);
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    // What is on its way still arrives.
    const follow = (other: Socket) => () => {
      setTimeout(() => other.end(), fault.kind === 'delay' ? 2 * fault.waitMs : 0);
    };
    client.on('close', follow(server));
    server.on('close', follow(client));
    this.#pass(client, server, fault.kind === 'dropAfter' ? fault.bytes : Infinity, fault, end);
    this.#pass(server, client, fault.kind === 'truncateAfter' ? fault.bytes : Infinity, fault, end);
  }

  #pass(from: Socket, to: Socket, most: number, fault: Fault, end: () => void): void {
    let passed = 0;
    from.on('data', (bytes: Buffer) => {
      const part = bytes.subarray(0, Math.max(0, most - passed));
      passed += bytes.length;
      const send = (): void => {
        if (!to.destroyed) to.write(part);
        if (passed > most) end();
      };
      if (fault.kind === 'delay') setTimeout(send, fault.waitMs);
      else send();
    });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
