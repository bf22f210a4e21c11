import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address of a made-up house that takes calls for a person (docs/second-channel.md). */
export interface HouseAddress {
  readonly url: string;
  /** From now on somebody acknowledges every call. */
  readonly acknowledge: () => void;
  readonly close: () => Promise<void>;
}

/** Opens such an address on this machine. At first it takes calls, and nobody acknowledges them. */
export async function openHouseAddress(): Promise<HouseAddress> {
  let status = 202;
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    acknowledge: () => (status = 200),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
