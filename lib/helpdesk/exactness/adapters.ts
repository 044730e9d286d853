import type { Helpdesk } from '../../core/helpdesk';
import type { ApiClient } from '../api-client';
import { defineDeclaredHelpdesk } from '../declared/define-declared-helpdesk';
import { descriptions } from '../declared/descriptions';
import { createFreshdesk } from '../freshdesk';
import { createZendesk } from '../zendesk';

/** What an adapter is made from for one recorded page. */
type Making = { client: ApiClient; send: typeof fetch; address: URL; description: unknown };

/** An adapter whose recorded pages are read. `atLeast`: fewer pages than these are a failure. */
export type MeasuredAdapter = { id: string; atLeast: number; create: (making: Making) => Helpdesk };

/** As at an address that an agent added: the page itself must be recognised first. */
function createDeclared({ address, send }: Making): Helpdesk {
  // The test's page stands for the helpdesk's, so its own origin is the helpdesk's.
  const place = { origin: address.origin, fetchPage: send };
  return defineDeclaredHelpdesk(descriptions, place).helpdesk;
}

/** Every adapter with recorded pages, by the name of the folder that holds its `fixtures`. */
export const measuredAdapters: MeasuredAdapter[] = [
  { id: 'zendesk', atLeast: 40, create: ({ client }) => createZendesk(client) },
  { id: 'freshdesk', atLeast: 83, create: ({ client }) => createFreshdesk(client) },
  ...descriptions.map(({ id }) => ({ id, atLeast: 6, create: createDeclared })),
];
