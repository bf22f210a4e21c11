// The beginning of a thread that opens bundles. This program runs from its source, and a thread takes over no loader.
import { register } from 'tsx/esm/api';

register();
await import('./open-worker.ts');
