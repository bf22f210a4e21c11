import type { z } from 'zod';
import { siteSchema as centreSiteSchema } from '../bundle/centre-card.ts';

/** The house where a person answered, as an intake carries it: what page 1 needs, and no telephone numbers. */
export const siteSchema = centreSiteSchema.omit({ centreReads: true, phoneNumbers: true });
export type Site = Readonly<z.infer<typeof siteSchema>>;
export type SitePolicy = Site['policy'];
