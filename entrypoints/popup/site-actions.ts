import { browser } from 'wxt/browser';
import type { SiteActions } from '@/components/page/added-sites';
import { ok } from '@/lib/core/result';
import { helpdeskTypes } from '@/lib/helpdesk/declared/added-site';
import { parseDescription } from '@/lib/helpdesk/declared/parse-description';
import { canAddSites } from '@/lib/sites/site-browser';
import { sitePattern } from '@/lib/sites/site-pattern';

/** The browser's permissions and the adapters' descriptions, for our own pages. */
export const siteActions: SiteActions = {
  canAdd: canAddSites(),
  types: helpdeskTypes,
  allow: (origin) => browser.permissions.request({ origins: [sitePattern(origin)] }),
  async revoke(origin) {
    await browser.permissions.remove({ origins: [sitePattern(origin)] });
  },
  checkDescription(text) {
    const parsed = parseDescription(text);
    return parsed.ok ? ok({ name: parsed.value.name }) : parsed;
  },
};
