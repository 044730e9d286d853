import type { PolicyStrings } from './policy.en';

/** Text about what the agent's organisation has set, in German. */
export const policyDe: PolicyStrings = {
  heading: 'Von Ihrer Organisation festgelegt',
  locked: 'Von Ihrer Organisation festgelegt: Nur Ihre IT-Abteilung kann das ändern.',
  intro:
    'Ihre Organisation hat einen Teil von Deskside in diesem Browser festgelegt. Was ein Schloss trägt, kann nur Ihre IT-Abteilung ändern.',
  badValue: (part: string) =>
    `Die Richtlinie Ihrer Organisation gibt für „${part}“ einen Wert an, den es nicht geben kann. Er wird nicht beachtet; bitte sagen Sie es Ihrer IT-Abteilung.`,
  unknown: (part: string) =>
    `Die Richtlinie Ihrer Organisation nennt „${part}“, das Deskside nicht kennt. Es wird nicht beachtet; bitte sagen Sie es Ihrer IT-Abteilung.`,
  siteBlocked: (host: string) => `Ihre Organisation erlaubt Deskside auf ${host} nicht.`,
  deskOff: 'Von Ihrer Organisation ausgeschaltet',
  noFiles: 'Ihre Organisation erlaubt kein Wissen aus Dateien und eingefügtem Text.',
  noHelpdesk: 'Ihre Organisation erlaubt kein Wissen aus den Artikeln und Makros des Helpdesks.',
};
