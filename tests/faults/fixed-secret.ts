import type { DeviceSecret } from '../../electron/store/device-secret.ts';

/** The same secret in every process of a test. */
export const deviceSecret: DeviceSecret = {
  backend: 'file',
  reducedProtection: true,
  read: () => new Uint8Array(32).fill(5),
};
