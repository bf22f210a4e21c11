import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How a server that cannot be trusted treats what it is given. */
export type Falsehood = 'honest' | 'keepsNothing' | 'keepsHalf' | 'keepsOther' | 'showsOlder' | 'showsAPage' | 'isFull';

interface Asked {
  readonly name: string;
  readonly method: string;
  readonly bytes: Buffer;
  readonly request: IncomingMessage;
}

/** A WebDAV server in memory, that says yes to everything and does what its falsehood says. */
export class FalseServer {
  falsehood: Falsehood = 'honest';
  readonly files = new Map<string, Buffer>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    return `http://127.0.0.1:${address.port}/files/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
    const name = nameIn(request.url ?? '');
    this.#answer(response, { name, method: request.method ?? '', bytes: Buffer.concat(parts), request });
  }

  #answer(response: ServerResponse, { name, method, bytes, request }: Asked): void {
    if (method === 'PROPFIND') answer(response, 207, listingOf(this.files));
    else if (method === 'PUT') this.#put(response, name, bytes);
    else if (method === 'MOVE') this.#move(response, name, nameIn(String(request.headers['destination'])));
    else if (method === 'GET') this.#get(response, name);
    else if (method === 'DELETE') this.#delete(response, name);
    else answer(response, 204, '');
  }

  #put(response: ServerResponse, name: string, bytes: Buffer): void {
    if (this.falsehood === 'isFull') return answer(response, 507, '');
    const kept = keptOf(this.falsehood, bytes);
    if (kept !== null) this.files.set(name, kept);
    answer(response, 201, '');
  }

  #move(response: ServerResponse, from: string, to: string): void {
    const bytes = this.files.get(from);
    this.files.delete(from);
    if (bytes !== undefined) this.files.set(to, bytes);
    answer(response, 201, '');
  }

  #delete(response: ServerResponse, name: string): void {
    this.files.delete(name);
    answer(response, 204, '');
  }

  #get(response: ServerResponse, name: string): void {
    if (this.falsehood === 'showsAPage') return answer(response, 200, '<html><body>Log in</body></html>');
    const bytes = this.files.get(name);
    if (bytes === undefined) return answer(response, 404, '');
    answer(response, 200, this.falsehood === 'showsOlder' ? 'what stood here before' : bytes);
  }
}

function keptOf(falsehood: Falsehood, bytes: Buffer): Buffer | null {
  if (falsehood === 'keepsNothing') return null;
  if (falsehood === 'keepsHalf') return bytes.subarray(0, bytes.length / 2);
  return falsehood === 'keepsOther' ? Buffer.alloc(bytes.length, 'z') : bytes;
}

function nameIn(url: string): string {
  return url.split('/').at(-1) ?? '';
}

function answer(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), connection: 'close' });
  response.end(body);
}

/** The folder itself and its files; whoever asks for the folder alone takes the first. */
function listingOf(files: ReadonlyMap<string, Buffer>): string {
  const folder = responseOf('/files/', '<D:resourcetype><D:collection/></D:resourcetype>');
  const rest = [...files].map(([name, { length }]) =>
    responseOf(`/files/${name}`, `<D:resourcetype/><D:getcontentlength>${length}</D:getcontentlength>`),
  );
  return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${folder}${rest.join('')}</D:multistatus>`;
}

function responseOf(href: string, properties: string): string {
  const status = '<D:status>HTTP/1.1 200 OK</D:status>';
  return `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${properties}</D:prop>${status}</D:propstat></D:response>`;
}
