import type { Playbook } from '../../core/knowledge';

/** To whom a step hands over, in English: what follows “to”, up to what it is handed over with, when or why. */
const handsTo =
  /^(?:escalate|hand|transfer|forward|assign|reassign|pass|raise|send)\b[^.;]*?\bto (?:the )?(.+?)(?=\s+(?:with|if|when|after|once|before|because|unless|within|for|in case)\b|[.,;:]|$)/i;

/** The team of a playbook: the one it names, else the one that its step of escalation names. */
export function readTeam({ routing, steps }: Playbook): string | undefined {
  if (routing?.team !== undefined) return routing.team;
  const names = steps.filter(({ kind }) => kind === 'escalate').map(({ text }) => handsTo.exec(text)?.[1]);
  return names.find((name) => name !== undefined);
}
