import type { WebDAVClient } from 'webdav';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { compareReadBack } from './destination.ts';
import type { CarriedFile, Destination, DestinationError, OpenDestination, ReadBack } from './destination.ts';
import { webDavErrorOf, statusOf } from './webdav-errors.ts';

const PART_SUFFIX = '.part';
const MULTI_STATUS = 207;
const PRECONDITION_FAILED = 412;
/** A proxy on the way may answer from memory only what nobody has asked to be fresh. */
const FRESH = { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' };

/** A folder on a WebDAV server: Nextcloud, and the file shares of many municipalities. */
export interface WebDavPlace {
  readonly url: string;
  /** Null where nobody is asked for a password. */
  readonly user: string | null;
  readonly password: string | null;
}

/**
 * A folder on a WebDAV server. A file is put under a temporary name, moved to its own one only where that is free, and got
 * back over a request of its own. `PUT If-None-Match: *` would be one request less, and nginx overwrites in spite of it.
 */
export function webDavDestination(place: WebDavPlace): Destination {
  return {
    open: async () => {
      // Loaded when it is needed: every start would wait for it.
      const { AuthType, createClient } = await import('webdav');
      const { url, user, password } = place;
      const client = createClient(
        url,
        user === null
          ? { authType: AuthType.None }
          : { authType: AuthType.Auto, username: asBytes(user), password: asBytes(password ?? '') },
      );
      const opened = new OpenWebDav(client, url.endsWith('/') ? url : `${url}/`);
      const found = await opened.find();
      return found.ok ? ok(opened) : found;
    },
  };
}

/** The library writes each character as one byte, and servers read UTF-8 (RFC 7617). */
function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

class OpenWebDav implements OpenDestination {
  readonly #client: WebDAVClient;
  readonly #url: string;
  readonly #ending = new AbortController();

  constructor(client: WebDAVClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  /** Asks for the folder itself, in a way that only a WebDAV server answers. */
  async find(): Promise<Result<null, DestinationError>> {
    const asked = await this.#ask('', () =>
      // With its last stroke: a server may know the folder under that name only, and the library leaves it out.
      this.#client.customRequest('/', {
        ...{ url: this.#url, method: 'PROPFIND', headers: { Depth: '0' } },
        signal: this.#ending.signal,
      }),
    );
    if (!asked.ok) return asked.error.kind === 'noFile' ? fail({ kind: 'folderMissing' }) : asked;
    const { status, url } = asked.value;
    // Whoever leads away from the server that was set is not the server.
    const isItself = url === '' || new URL(url).host === new URL(this.#url).host;
    return status === MULTI_STATUS && isItself ? ok(null) : fail({ kind: 'captivePortal' });
  }

  async put(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    const before = await this.#readBack(file);
    if (before.ok) return before;
    switch (before.error.kind) {
      case 'noFile':
        return this.#upload(file, false);
      // The beginning of it: somebody put it there in another way, and was interrupted.
      case 'halfWritten':
        return this.#upload(file, true);
      case 'differs':
        return fail({ ...before.error, kind: 'taken' });
      default:
        return before;
    }
  }

  replace(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    return this.#upload(file, true);
  }

  async remove({
    fileName,
    sha256,
  }: Parameters<OpenDestination['remove']>[0]): Promise<Result<null, DestinationError>> {
    const found = await this.fetch(fileName, Infinity);
    if (!found.ok) return found.error.kind === 'noFile' ? ok(null) : found;
    if (nodeHasher.sha256(found.value) !== sha256) return ok(null);
    const { signal } = this.#ending;
    const removed = await this.#ask(fileName, () => this.#client.deleteFile(`/${fileName}`, { signal }));
    return removed.ok ? ok(null) : removed;
  }

  async list(): Promise<Result<readonly string[], DestinationError>> {
    const { signal } = this.#ending;
    const listed = await this.#ask('', () => this.#client.getDirectoryContents('/', { signal, details: false }));
    if (!listed.ok) return listed.error.kind === 'noFile' ? fail({ kind: 'folderMissing' }) : listed;
    return ok(listed.value.filter(({ type }) => type === 'file').map(({ basename }) => basename));
  }

  fetch(fileName: string, maxBytes: number): Promise<Result<Uint8Array, DestinationError>> {
    return this.#fetch(fileName, maxBytes);
  }

  close(): Promise<void> {
    this.#ending.abort();
    return Promise.resolve();
  }

  async #upload(file: CarriedFile, overwrite: boolean): Promise<Result<ReadBack, DestinationError>> {
    const part = `/${file.fileName}${PART_SUFFIX}`;
    const { signal } = this.#ending;
    const sent = await this.#ask(file.fileName, async () => {
      await this.#client.putFileContents(part, Buffer.from(file.bytes), { overwrite: true, signal });
      try {
        await this.#client.moveFile(part, `/${file.fileName}`, { overwrite, signal });
      } catch (thrown) {
        // Somebody was quicker; what stands there now is compared.
        if (statusOf(thrown) !== PRECONDITION_FAILED) throw thrown;
        await this.#client.deleteFile(part, { signal });
      }
    });
    if (!sent.ok) return fail(await this.#whyNotSent(sent.error));
    const compared = await this.#readBack(file);
    if (compared.ok || compared.error.kind !== 'noFile') return compared;
    // It said that it took the file, and has nothing.
    return fail({ kind: 'halfWritten', fileName: file.fileName });
  }

  /** Servers have several words for a folder that is gone: nginx has an error of its own. */
  async #whyNotSent(error: DestinationError): Promise<DestinationError> {
    if (error.kind !== 'io' && error.kind !== 'noFile') return error;
    const found = await this.find();
    return found.ok ? error : found.error;
  }

  async #readBack(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    // One byte more than there should be is enough to know.
    const found = await this.#fetch(file.fileName, file.bytes.length);
    if (!found.ok) {
      return found.error.kind === 'tooLarge' ? fail({ kind: 'differs', fileName: file.fileName }) : found;
    }
    const compared = compareReadBack(file, found.value);
    return compared.ok ? ok('uncached') : compared;
  }

  async #fetch(fileName: string, maxBytes: number): Promise<Result<Uint8Array, DestinationError>> {
    const { signal } = this.#ending;
    const got = await this.#ask(fileName, async () => {
      const response = await this.#client.customRequest(`/${fileName}`, { method: 'GET', headers: FRESH, signal });
      return readBody(response, maxBytes);
    });
    if (!got.ok) return got;
    return got.value === null ? fail({ kind: 'tooLarge', fileName }) : ok(got.value);
  }

  async #ask<T>(fileName: string, request: () => Promise<T>): Promise<Result<T, DestinationError>> {
    try {
      return ok(await request());
    } catch (thrown) {
      return fail(webDavErrorOf(thrown, fileName));
    }
  }
}

/** Reads an answer, but not more than so many bytes: null where there is more. */
async function readBody(response: object, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bodyOf(response)) {
    length += part.length;
    if (length > maxBytes) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The stream of an answer. The library's types leave it out, because browsers have another one. */
function bodyOf(response: object): AsyncIterable<Uint8Array> {
  const body: unknown = 'body' in response ? response.body : null;
  if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return nothing();
  return body as AsyncIterable<Uint8Array>;
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // An answer without a body.
}
