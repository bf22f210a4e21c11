/**
 * Ends a switch over a closed set of kinds, so that a new kind fails to compile until it is handled.
 *
 * @throws always; the message carries no data, because the value may hold something a person said
 */
export function assertNever(_value: never): never {
  throw new Error('A kind that the types rule out was met');
}
