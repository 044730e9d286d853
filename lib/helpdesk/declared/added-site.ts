import type { HelpdeskDescription } from '../../core/helpdesk-description';
import type { AddedSite } from '../../core/settings';
import { type DeclaredHelpdesk, defineDeclaredHelpdesk } from './define-declared-helpdesk';
import { descriptions } from './descriptions';
import { parseDescription } from './parse-description';

/** The kinds of helpdesk an agent can choose from, by id and name. */
export const helpdeskTypes: { id: string; name: string }[] = descriptions.map(({ id, name }) => ({ id, name }));

/** Who may read the site's pages: the type that was chosen or taught, else every description. One that is unreadable counts as none. */
function candidatesFor({ type, taught }: AddedSite): readonly HelpdeskDescription[] {
  if (type === 'taught') {
    const parsed = parseDescription(taught);
    if (parsed.ok) return [parsed.value];
  }
  const chosen = descriptions.filter(({ id }) => id === type);
  return chosen.length > 0 ? chosen : descriptions;
}

/** The helpdesk at an address that the agent added. */
export function openAddedSite(site: AddedSite): DeclaredHelpdesk {
  return defineDeclaredHelpdesk(candidatesFor(site), { origin: site.origin });
}
