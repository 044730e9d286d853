/** Freshdesk's name for each Zendesk placeholder that Fernway's macros use. Freshdesk has no first name for agents. */
const names = {
  'ticket.requester.first_name': 'ticket.requester.firstname',
  'ticket.requester.last_name': 'ticket.requester.lastname',
  'ticket.requester.name': 'ticket.requester.name',
  'ticket.requester.email': 'ticket.from_email',
  'ticket.title': 'ticket.subject',
  'ticket.link': 'ticket.url',
  'ticket.account': 'helpdesk_name',
  'ticket.assignee.name': 'ticket.agent.name',
  'ticket.assignee.first_name': 'ticket.agent.name',
  'ticket.assignee.email': 'ticket.agent.email',
  'current_user.name': 'ticket.agent.name',
  'current_user.first_name': 'ticket.agent.name',
  'current_user.email': 'ticket.agent.email',
} satisfies Record<string, string>;

/** Text whose Zendesk placeholders are Freshdesk's; those without a counterpart stay as they are. */
export function toFreshdeskPlaceholders(text: string): string {
  const known: Record<string, string> = names;
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => `{{${known[name] ?? name}}}`);
}
