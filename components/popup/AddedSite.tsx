import { useQuery } from '@tanstack/react-query';
import type { AddedSite as Site } from '../../lib/core/settings';
import type { SiteActions } from '../page/added-sites';
import { usePage } from '../page/page-context';
import { RemoveSite } from '../page/RemoveSite';
import { SiteType } from '../page/SiteType';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { Notice } from '../ui/Notice';
import type { PopupDeps } from './deps';
import styles from './Popup.module.css';

type Props = { site: Site; actions: SiteActions; pageInFront: PopupDeps['pageInFront'] };

/** An added helpdesk that is in front: what it is read as, and what to do where it is read wrongly or not at all. */
export function AddedSite({ site, actions, pageInFront }: Props) {
  const text = usePage().strings.popup.addSite;
  const { host } = new URL(site.origin);
  if (!site.isAllowed) {
    return (
      <div className={styles.group}>
        <Notice tone="warn">{text.notAllowed(host)}</Notice>
        <div className={styles.row}>
          <Button look="primary" onClick={() => void actions.allow(site.origin)}>
            {text.allow}
          </Button>
          <RemoveSite site={site} revoke={actions.revoke} />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.group}>
      <Recognised site={site} pageInFront={pageInFront} />
      <SiteType site={site} types={actions.types} />
      <div className={styles.row}>
        <Button icon="edit" onClick={() => pageInFront.teach()}>
          {text.teach}
        </Button>
        <RemoveSite site={site} revoke={actions.revoke} />
      </div>
    </div>
  );
}

/** How often the page is asked again: it may still be loading. */
const askAgainMs = 1_500;

function Recognised({ site, pageInFront }: Omit<Props, 'actions'>) {
  const { strings } = usePage();
  const text = strings.popup.addSite;
  const page = useQuery({
    queryKey: ['page-type', site],
    queryFn: () => pageInFront.describe(),
    refetchInterval: askAgainMs,
  }).data;
  if (page === undefined) return null;
  if (page === null) return <p className={styles.soft}>{text.unknown}</p>;
  return (
    <div role="status">
      <Chip tone="good" icon="check">
        {text.readAs(page.id === 'generic' ? strings.page.sites.generic : page.name)}
      </Chip>
    </div>
  );
}
