import { useQuery } from '@tanstack/react-query';
import { usePage } from '../page/page-context';
import { Switch } from '../ui/Switch';
import type { PopupDeps } from './deps';
import styles from './Popup.module.css';

/** On and off for the helpdesk in front, or what to do when there is none. */
export function SiteSwitch({ deps }: { deps: PopupDeps }) {
  const { settings, change, strings } = usePage();
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
