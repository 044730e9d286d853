import { type SiteActions, useAddedSites } from '../page/added-sites';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { Site } from './deps';
import styles from './Popup.module.css';

/** Offers to add the page in front as the agent's helpdesk. */
export function AddSite({ site, actions }: { site: Site; actions: SiteActions }) {
  const { strings, showToast } = usePage();
  const { put, remove } = useAddedSites();
  const text = strings.popup.addSite;
  const add = async () => {
    const asked = actions.allow(site.origin);
    // Stored before the answer: the browser's question may close the popup, and the background finishes then.
    await put(site.origin, {});
    if (await asked) return;
    await remove(site.origin);
    showToast('warn', text.refused(site.host));
  };
  return (
    <div className={styles.group}>
      <p className={styles.strong}>
        {text.heading} <bdi className={styles.host}>{site.host}</bdi>
      </p>
      <p className={styles.soft}>{text.text}</p>
      {actions.canAdd ? (
        <div>
          <Button look="primary" icon="plus" onClick={() => void add()}>
            {text.add}
          </Button>
        </div>
      ) : (
        <Notice tone="warn">{text.cannot}</Notice>
      )}
    </div>
  );
}
