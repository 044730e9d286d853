/** Text about what the agent's organisation has set. */
export const policyEn = {
  heading: 'Set by your organisation',
  locked: 'Set by your organisation: only your IT department can change it.',
  intro:
    'Your organisation has set a part of Deskside in this browser. What is marked with a lock can be changed by your IT department alone.',
  badValue: (part: string) =>
    `Your organisation's policy says something of “${part}” that cannot be. It is ignored; please tell your IT department.`,
  unknown: (part: string) =>
    `Your organisation's policy names “${part}”, which Deskside does not know. It is ignored; please tell your IT department.`,
  siteBlocked: (host: string) => `Your organisation does not allow Deskside on ${host}.`,
  deskOff: 'Switched off by your organisation',
  noFiles: 'Your organisation does not allow knowledge from files and pasted text.',
  noHelpdesk: 'Your organisation does not allow knowledge from the helpdesk’s own articles and macros.',
};

/** Keys every language must carry. */
export type PolicyStrings = typeof policyEn;
