/** The mail domain of the desk that Request Tracker serves in tests. */
export const domain = 'fernway.example';

export type Agent = { login: string; name: string; email: string; password: string };

export const kim: Agent = { login: 'kim', name: 'Kim Lee', email: `kim@${domain}`, password: 'brakes-and-bells' };
/** Signs in by her address: her login says no more than her name does. */
export const noor: Agent = {
  login: 'Noor Haddad',
  name: 'Noor Haddad',
  email: `noor@${domain}`,
  password: 'chains-and-cranks',
};
export const agents: readonly Agent[] = [kim, noor];

/** Of Request Tracker's administrator, who reads back what was stored. */
export const rootPassword = 'spokes-and-saddles';
