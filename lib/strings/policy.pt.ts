import type { PolicyStrings } from './policy.en';

/** Text about what the agent's organisation has set, Portuguese. */
export const policyPt: PolicyStrings = {
  heading: 'Definido pela sua organização',
  locked: 'Definido pela sua organização: só o seu departamento de TI pode alterar.',
  intro:
    'A sua organização definiu uma parte do Deskside neste navegador. O que tem um cadeado só pode ser alterado pelo seu departamento de TI.',
  badValue: (part) =>
    `A política da sua organização dá a “${part}” um valor que não é possível. É ignorado; avise o seu departamento de TI.`,
  unknown: (part) =>
    `A política da sua organização menciona “${part}”, que o Deskside não conhece. É ignorado; avise o seu departamento de TI.`,
  siteBlocked: (host) => `A sua organização não permite o Deskside em ${host}.`,
  deskOff: 'Desativado pela sua organização',
  noFiles: 'A sua organização não permite conhecimento de ficheiros nem de texto colado.',
  noHelpdesk: 'A sua organização não permite conhecimento dos artigos e macros do sistema de suporte.',
};
