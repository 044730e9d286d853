import type { AddedSite } from '../../lib/core/settings';
import { ConfirmButton } from '../ui/ConfirmButton';
import { type SiteActions, useAddedSites } from './added-sites';
import { usePage } from './page-context';

/** Takes an added site away and gives its permission back, after a question. */
export function RemoveSite({ site, revoke }: { site: AddedSite; revoke: SiteActions['revoke'] }) {
  const { strings } = usePage();
  const { sites, remove } = useAddedSites();
  const text = strings.page.sites;
  const { host, hostname } = new URL(site.origin);
  const words = {
    title: text.removeTitle(host),
    text: site.taught === '' ? text.removeText : text.removeTaughtText,
    confirm: text.remove,
    cancel: strings.page.cancel,
  };
  const removeSite = async () => {
    await remove(site.origin);
    // Another port of the same host rides on the same permission.
    const isShared = sites.some(({ origin }) => origin !== site.origin && new URL(origin).hostname === hostname);
    if (!isShared) await revoke(site.origin);
  };
  return (
    <ConfirmButton words={words} label={text.removeNamed(host)} onConfirm={() => void removeSite()}>
      {text.remove}
    </ConfirmButton>
  );
}
