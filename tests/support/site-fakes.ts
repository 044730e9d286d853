import type { SiteActions } from '../../components/page/added-sites';
import { fail, ok } from '../../lib/core/result';

/** Actions for added sites that note into `seen` what was asked of the browser; it allows everything unless told otherwise. */
export function createSiteActions(seen: string[], more: Partial<SiteActions> = {}): SiteActions {
  return {
    canAdd: true,
    types: [
      { id: 'zammad', name: 'Zammad' },
      { id: 'osticket', name: 'osTicket' },
      { id: 'generic', name: 'Standard markup' },
    ],
    async allow(origin) {
      seen.push(`allow ${origin}`);
      return true;
    },
    async revoke(origin) {
      seen.push(`revoke ${origin}`);
    },
    checkDescription: (text) =>
      text.includes('"format":1') ? ok({ name: 'Our desk' }) : fail('not-json', 'The file is not JSON.'),
    ...more,
  };
}
