import type { PolicyStrings } from './policy.en';

/** Text about what the agent's organisation has set, Spanish. */
export const policyEs: PolicyStrings = {
  heading: 'Definido por su organización',
  locked: 'Definido por su organización: solo su departamento de TI puede cambiarlo.',
  intro:
    'Su organización ha definido una parte de Deskside en este navegador. Lo que lleva un candado solo puede cambiarlo su departamento de TI.',
  badValue: (part) =>
    `La directiva de su organización da a «${part}» un valor que no es posible. Se ignora; avise a su departamento de TI.`,
  unknown: (part) =>
    `La directiva de su organización menciona «${part}», que Deskside no conoce. Se ignora; avise a su departamento de TI.`,
  siteBlocked: (host) => `Su organización no permite Deskside en ${host}.`,
  deskOff: 'Desactivado por su organización',
  noFiles: 'Su organización no permite conocimiento de archivos ni de texto pegado.',
  noHelpdesk: 'Su organización no permite conocimiento de los artículos y macros del sistema de soporte.',
};
