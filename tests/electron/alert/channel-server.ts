import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a site's address does with a message. */
export type Answering = (response: ServerResponse, request: IncomingMessage) => void;

/** A site's address on this machine. */
export interface ChannelServer {
  readonly url: string;
  /** The body of every message, in order. */
  readonly bodies: string[];
  /** How the next messages are answered. */
  answering: Answering;
  close(): Promise<void>;
}

/** Opens a real server on 127.0.0.1; it takes every call and says that nobody has acknowledged yet. */
export async function openChannelServer(): Promise<ChannelServer> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      bodies.push(body);
      channel.answering(response, request);
    });
  });
  const channel = {
    url: '',
    bodies,
    answering: say(202),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  channel.url = `http://127.0.0.1:${port}/call`;
  return channel;
}

/** Answers with a status, and perhaps a body. */
export function say(status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answering {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}
