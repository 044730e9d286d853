import { json } from '../desk.ts';
import { currentAgent, type Person } from '../state.ts';
import type { ApiRoute } from './api-route.ts';

/** `users/me`, `users/{id}` and `help_center/sessions`. */
export const peopleApi: ApiRoute = ({ path, request, context, token }) => {
  if (request.method !== 'GET') return undefined;
  if (path === 'users/me') return json({ user: { ...userJson(currentAgent), authenticity_token: token } });
  if (path === 'help_center/sessions') return json({ current_session: { csrf_token: token } });
  const id = /^users\/(\d+)$/.exec(path)?.[1];
  if (!id) return undefined;
  const person = context.state.person(Number(id));
  return person ? json({ user: userJson(person) }) : json({ error: 'RecordNotFound', description: 'Not found' }, 404);
};

/** A person in Zendesk's shape. */
export function userJson(person: Person): Record<string, unknown> {
  return {
    id: person.id,
    url: `https://fernway.zendesk.com/api/v2/users/${person.id}.json`,
    name: person.name,
    email: person.email || null,
    role: person.role === 'end-user' ? 'end-user' : 'agent',
    locale: 'en-US',
    locale_id: 1,
    time_zone: 'Europe/Copenhagen',
    iana_time_zone: 'Europe/Copenhagen',
    phone: null,
    photo: null,
    organization_id: null,
    verified: true,
    active: true,
    suspended: false,
    tags: [],
    user_fields: {},
    signature: person.id === currentAgent.id ? 'Fernway Support' : null,
    created_at: '2023-04-03T08:00:00Z',
    updated_at: '2026-10-01T08:00:00Z',
  };
}
