import type { DestinationError } from './destination.ts';
import { networkErrorOf } from './network-errors.ts';

/** The status of an answer that was no yes; null for anything else that was thrown. */
export function statusOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : null;
}

/** Sorts what a WebDAV request threw. */
export function webDavErrorOf(thrown: unknown, fileName: string): DestinationError {
  const status = statusOf(thrown);
  if (status !== null) return errorOfStatus(status, fileName);
  const error = networkErrorOf(thrown);
  // The library found no list where a WebDAV server would have sent one: a page for people.
  return error ?? { kind: 'captivePortal' };
}

function errorOfStatus(status: number, fileName: string): DestinationError {
  switch (status) {
    case 400:
    case 414:
    case 422:
      return { kind: 'refusedName', fileName };
    case 401:
    case 407:
      return { kind: 'wrongCredentials' };
    case 403:
    case 405:
    case 413:
    case 423:
    case 501:
      return { kind: 'refused' };
    case 404:
    case 410:
      return { kind: 'noFile', fileName };
    // The folder above is not there.
    case 409:
      return { kind: 'folderMissing' };
    case 408:
    case 504:
      return { kind: 'tooSlow' };
    case 429:
    case 502:
    case 503:
      return { kind: 'unreachable' };
    case 507:
      return { kind: 'full' };
    // "Network authentication required": what a captive portal should say.
    case 511:
      return { kind: 'captivePortal' };
    default:
      return { kind: 'io', code: `HTTP${status}` };
  }
}
