import type { Helpdesk } from '../../core/helpdesk';
import type { ApiClient } from '../api-client';
import { createFreshdesk } from '../freshdesk';
import { createZendesk } from '../zendesk';

/** What an adapter is made from for one recorded page. */
type Making = { client: ApiClient; address: URL; description: unknown };

/** An adapter whose recorded pages are read. `atLeast`: fewer pages than these are a failure. */
export type MeasuredAdapter = { id: string; atLeast: number; create: (making: Making) => Helpdesk };

/** Every adapter with recorded pages, by the name of the folder that holds its `fixtures`. */
export const measuredAdapters: MeasuredAdapter[] = [
  { id: 'zendesk', atLeast: 1, create: ({ client }) => createZendesk(client) },
  // No recorded pages yet: raise to 40 with them.
  { id: 'freshdesk', atLeast: 0, create: ({ client }) => createFreshdesk(client) },
];
