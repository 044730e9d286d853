import { useQuery } from '@tanstack/react-query';
import { useAddedSites } from '../page/added-sites';
import { usePage } from '../page/page-context';
import { Switch } from '../ui/Switch';
import { AddedSite } from './AddedSite';
import { AddSite } from './AddSite';
import type { PopupDeps, Site } from './deps';
import styles from './Popup.module.css';

/** On and off for the helpdesk in front; another page can be added as one. */
export function SiteSwitch({ deps }: { deps: PopupDeps }) {
  const { strings } = usePage();
  const { sites } = useAddedSites();
  const site = useQuery({ queryKey: ['site'], queryFn: () => deps.readSite() }).data;
  if (site === undefined) return null;
  if (site === null) {
    return (
      <div>
        <p className={styles.strong}>{strings.popup.site.none}</p>
        <p className={styles.soft}>{strings.popup.site.noneText}</p>
      </div>
    );
  }
  if (site.isBuiltIn) return <OnOff site={site} />;
  const added = sites.find(({ origin }) => origin === site.origin);
  if (!added) return <AddSite site={site} actions={deps.sites} />;
  return (
    <>
      {added.isAllowed && <OnOff site={site} />}
      <AddedSite site={added} actions={deps.sites} pageInFront={deps.pageInFront} />
    </>
  );
}

function OnOff({ site }: { site: Site }) {
  const { settings, change, strings } = usePage();
  const isOn = !settings.sitesOff.includes(site.origin);
  const others = settings.sitesOff.filter((origin) => origin !== site.origin);
  return (
    <Switch
      checked={isOn}
      onChange={(next) => void change('sitesOff', next ? others : [...others, site.origin])}
      label={strings.popup.site.toggle(site.host)}
      hint={isOn ? strings.popup.site.on : strings.popup.site.off}
    >
      <span className={styles.host} dir="ltr">
        {site.host}
      </span>
    </Switch>
  );
}
