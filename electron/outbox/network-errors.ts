import type { DestinationError } from './destination.ts';

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);
const DROPPED = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);
/** A certificate that is not the server's: somebody else answers. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Sorts what the network threw; null for what is not of the network. */
export function networkErrorOf(thrown: unknown): DestinationError | null {
  if (!(thrown instanceof Error)) return null;
  if (thrown.name === 'AbortError') return { kind: 'dropped' };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  if (UNREACHABLE.has(code)) return { kind: 'unreachable' };
  if (code === 'ETIMEDOUT') return { kind: 'tooSlow' };
  if (CERTIFICATE.test(code)) return { kind: 'wrongHostKey' };
  // What does not speak HTTP where HTTP was expected breaks off, too.
  if (DROPPED.has(code) || code.startsWith('HPE_')) return { kind: 'dropped' };
  return code === '' ? null : { kind: 'io', code };
}
