import { useQuery } from '@tanstack/react-query';
import { isDeskOn, mayAddSite } from '../../lib/core/policy';
import type { AddedSite as Added } from '../../lib/core/settings';
import { useAddedSites } from '../page/added-sites';
import { usePage } from '../page/page-context';
import { RemoveSite } from '../page/RemoveSite';
import { Notice } from '../ui/Notice';
import { Switch } from '../ui/Switch';
import { AddedSite } from './AddedSite';
import { AddSite } from './AddSite';
import type { PopupDeps, Site } from './deps';
import styles from './Popup.module.css';

/** On and off for the helpdesk in front; another page can be added as one. */
export function SiteSwitch({ deps }: { deps: PopupDeps }) {
  const { strings, settings } = usePage();
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
  if (site.desk !== null) return <OnOff site={site} />;
  const added = sites.find(({ origin }) => origin === site.origin);
  if (!mayAddSite(settings.policy, site.origin)) return <Blocked site={site} added={added} actions={deps.sites} />;
  if (!added) return <AddSite site={site} actions={deps.sites} />;
  return (
    <>
      {added.isAllowed && <OnOff site={site} />}
      <AddedSite site={added} actions={deps.sites} pageInFront={deps.pageInFront} />
    </>
  );
}

/** A page that the agent's organisation does not want Deskside on; one that was added before can still be removed. */
function Blocked({ site, added, actions }: { site: Site; added: Added | undefined; actions: PopupDeps['sites'] }) {
  const { policy } = usePage().strings.page;
  return (
    <div className={styles.group}>
      <Notice tone="info">{policy.siteBlocked(site.host)}</Notice>
      {added && (
        <div>
          <RemoveSite site={added} revoke={actions.revoke} />
        </div>
      )}
    </div>
  );
}

function OnOff({ site }: { site: Site }) {
  const { settings, change, strings } = usePage();
  const isWanted = site.desk === null || isDeskOn(settings.policy, site.desk);
  const isOn = isWanted && !settings.sitesOff.includes(site.origin);
  const others = settings.sitesOff.filter((origin) => origin !== site.origin);
  return (
    <Switch
      checked={isOn}
      onChange={(next) => void change('sitesOff', next ? others : [...others, site.origin])}
      label={strings.popup.site.toggle(site.host)}
      locked={isWanted ? undefined : strings.page.policy.deskOff}
      hint={isOn ? strings.popup.site.on : isWanted && strings.popup.site.off}
    >
      <span className={styles.host} dir="ltr">
        {site.host}
      </span>
    </Switch>
  );
}
