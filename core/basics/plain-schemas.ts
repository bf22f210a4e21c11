import { config } from 'zod';

// A schema that writes itself a parser saves microseconds at each of thousands of messages, and costs every start a
// hundredth of a second. Nothing here makes code out of strings, either. Must be imported before any schema.
config({ jitless: true });
