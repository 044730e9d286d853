import type { AddedSite } from '../../lib/core/settings';
import { SelectField } from '../ui/SelectField';
import { type SiteActions, useAddedSites } from './added-sites';
import { usePage } from './page-context';

/** How an added site's pages are read: by themselves, as one of the known kinds, or as the agent taught it. */
export function SiteType({ site, types }: { site: AddedSite; types: SiteActions['types'] }) {
  const text = usePage().strings.page.sites;
  const { put } = useAddedSites();
  const taught = site.taught === '' ? [] : [{ value: 'taught', label: text.taught }];
  return (
    <SelectField
      label={text.type}
      value={site.type}
      options={[
        { value: 'auto', label: text.auto },
        ...taught,
        ...types.map(({ id, name }) => ({ value: id, label: id === 'generic' ? text.generic : name })),
      ]}
      onChange={(type) => void put(site.origin, { type })}
    />
  );
}
