/** Every runtime of Matu has it; core is compiled without the types of any. */
declare class URL {
  constructor(text: string);
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
}

/** An absolute address in its parts, as `URL` names them. */
export type Address = URL;

/** Reads an absolute address; null where it is none. `URL.parse` and `URL.canParse` are missing in the oldest runtime. */
export function parseUrl(text: string): Address | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
