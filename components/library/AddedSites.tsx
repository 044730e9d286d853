import { useRef } from 'react';
import { mayAddSite } from '../../lib/core/policy';
import type { AddedSite } from '../../lib/core/settings';
import { useAddedSites } from '../page/added-sites';
import { usePage } from '../page/page-context';
import { RemoveSite } from '../page/RemoveSite';
import { SiteType } from '../page/SiteType';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { EmptyState } from '../ui/EmptyState';
import type { LibraryDeps } from './deps';
import styles from './Library.module.css';

/** The helpdesks that the agent added: how each is read, and its description out to a file and in from one. */
export function AddedSites({ deps }: { deps: LibraryDeps }) {
  const text = usePage().strings.library.sites;
  const { sites } = useAddedSites();
  return (
    <section className={styles.stack} aria-label={text.heading}>
      <div>
        <h2 className={styles.heading}>{text.heading}</h2>
        <p className={styles.soft}>{text.intro}</p>
      </div>
      <div className={styles.surface}>
        {sites.length === 0 && (
          <EmptyState icon="globe" title={text.emptyTitle}>
            {text.emptyText}
          </EmptyState>
        )}
        {sites.map((site) => (
          <SiteRow key={site.origin} site={site} deps={deps} />
        ))}
      </div>
    </section>
  );
}

function SiteRow({ site, deps }: { site: AddedSite; deps: LibraryDeps }) {
  const { strings, settings } = usePage();
  const text = strings.library.sites;
  const { host } = new URL(site.origin);
  const isBlocked = !mayAddSite(settings.policy, site.origin);
  return (
    <section className={styles.source} aria-label={host}>
      <div className={styles.row}>
        <h3 className={styles.sourceName} dir="ltr">
          {host}
        </h3>
        {isBlocked && (
          <Chip tone="warn" icon="lock">
            {strings.page.policy.siteBlocked(host)}
          </Chip>
        )}
        {!site.isAllowed && !isBlocked && (
          <Chip tone="warn" icon="alert">
            {text.notAllowed}
          </Chip>
        )}
      </div>
      <SiteType site={site} types={deps.sites.types} />
      <div className={styles.row}>
        {site.taught !== '' && (
          <Button icon="download" onClick={() => deps.download(`deskside-${host}.json`, site.taught)}>
            {text.export}
          </Button>
        )}
        <ImportDescription site={site} deps={deps} />
        <RemoveSite site={site} revoke={deps.sites.revoke} />
      </div>
    </section>
  );
}

function ImportDescription({ site, deps: { sites, readFile } }: { site: AddedSite; deps: LibraryDeps }) {
  const { strings, showToast, say } = usePage();
  const text = strings.library.sites;
  const { put } = useAddedSites();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readFile(file, { signal: new AbortController().signal });
    if (!read.ok) return showToast('warn', text.unreadable(file.name));
    const checked = sites.checkDescription(read.value.text);
    if (!checked.ok) return showToast('warn', say(checked.error.message));
    await put(site.origin, { type: 'taught', taught: read.value.text });
    showToast('good', text.imported(checked.value.name));
  };
  return (
    <>
      <Button icon="upload" onClick={() => input.current?.click()}>
        {text.import}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={text.importFor(new URL(site.origin).host)}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file can be chosen again after it was mended.
          event.target.value = '';
        }}
      />
    </>
  );
}
