import type { Playbook, PlaybookRouting, PlaybookStep, StepKind } from '../core/knowledge';
import { stepKinds, ticketPriorities } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import { intents } from '../core/signals';

const kindWord = new RegExp(`^(${stepKinds.join('|')})\\s*[:：]\\s*`, 'i');
const numbered = /^\s*(?:\d{1,3}\s*[.)]|[-*•])\s+(.*)$/;
const emptyStep = /^\s*(?:\d{1,3}\s*[.)]|[-*•])\s*$/;
const headLine = /^\s*(intent|team|priority|tags)\s*[:：]\s*(.*)$/i;
const sayLine = /^\s+say\s*[:：]\s*(.*)$/i;

/** Verbs that tell what kind a step is when no word says so, tried in this order. */
const verbs: [StepKind, RegExp][] = [
  [
    'escalate',
    /^(?:escalate|hand (?:it |this |the \w+ )?over|transfer|forward|assign|reassign|involve|raise|pass (?:it|this) (?:on|to))\b/i,
  ],
  ['ask', /^(?:ask|request|find out|get (?:the|a|their)|collect)\b|\?$/i],
  [
    'verify',
    /^(?:verify|check|confirm|make sure|ensure|look (?:up|at|in)|validate|test|compare|see (?:if|whether))\b/i,
  ],
  [
    'tell',
    /^(?:tell|explain|inform|let (?:the customer|them)|apologi[sz]e|thank|advise|reassure|send (?:the|a) (?:link|article|reply)|reply|answer|offer|share|point)\b/i,
  ],
];

/** What kind of step a sentence without a kind word is; `do` when no verb tells. */
export function guessStepKind(text: string): StepKind {
  return verbs.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? 'do';
}

/** Reads `Ask: which model?` as a step; the word may be left out. `id` becomes the step's. */
export function parseStep(text: string, id: string): PlaybookStep {
  const word = kindWord.exec(text.trim());
  const body = text
    .trim()
    .slice(word?.[0].length ?? 0)
    .replace(/\s+/g, ' ');
  const kind = stepKinds.find((known) => known === word?.[1]?.toLowerCase());
  return { id, text: body, kind: kind ?? guessStepKind(body) };
}

/**
 * Reads a playbook as people write it: a title line, optional lines `Intent: tech.bug`, `Team: Billing`, `Priority: high` and
 * `Tags: refund, vip`, numbered steps, each with an optional `Ask:`, `Verify:`, `Do:`, `Tell:` or `Escalate:`; an indented
 * `Say:` gives the words for the customer, any other indented line continues what is above. Fails with `playbook-line` and the
 * line that cannot be read.
 */
export function parsePlaybook(text: string, id: string): Result<Playbook> {
  const playbook: Playbook = { id, title: '', steps: [] };
  const lines = text.split(/\r\n?|\n/);
  for (const [index, line] of lines.entries()) {
    const problem = line.trim() === '' ? undefined : readLine(playbook, line);
    if (problem) return fail('playbook-line', `Line ${index + 1}: ${problem}`);
  }
  if (playbook.title === '') return fail('playbook-line', 'Line 1: the title is missing');
  if (playbook.steps.length === 0) return fail('playbook-line', `Line ${lines.length}: there are no numbered steps`);
  return ok(playbook);
}

/** Takes the line into the playbook, or says why it cannot. */
function readLine(playbook: Playbook, line: string): string | undefined {
  const step = numbered.exec(line)?.[1];
  if (playbook.title === '') {
    if (step !== undefined || emptyStep.test(line)) return 'the title comes first, then the numbered steps';
    playbook.title = line
      .trim()
      .replace(/^#+\s*/, '')
      .replace(/\s+/g, ' ');
    return playbook.title === '' ? 'the title is empty' : undefined;
  }
  const [, name, value = ''] = (playbook.steps.length === 0 && headLine.exec(line)) || [];
  if (name !== undefined) return readHead(playbook, name.toLowerCase(), value.trim());
  if (step !== undefined) return addStep(playbook, step);
  if (emptyStep.test(line)) return 'the step is empty';
  const last = playbook.steps.at(-1);
  if (last && /^\s/.test(line)) return continueStep(last, line);
  return `expected a numbered step such as “1. Ask: which model is it?”, found “${line.trim().slice(0, 60)}”`;
}

/** An indented line: the words for the customer, or more of what stands above. */
function continueStep(step: PlaybookStep, line: string): string | undefined {
  const say = sayLine.exec(line)?.[1]?.trim();
  const more = (say ?? line.trim()).replace(/\s+/g, ' ');
  if (say === '') return 'there are no words after “Say:”';
  if (say !== undefined || step.say !== undefined) step.say = step.say === undefined ? more : `${step.say} ${more}`;
  else step.text = `${step.text} ${more}`;
  return undefined;
}

function readHead(playbook: Playbook, name: string, value: string): string | undefined {
  if (name === 'intent') return readIntent(playbook, value);
  if (value === '') return undefined;
  const routing: PlaybookRouting = playbook.routing ?? {};
  if (name === 'team') routing.team = value;
  if (name === 'tags') routing.tags = [...new Set(value.split(/[,،;]/).map((tag) => tag.trim()))].filter(Boolean);
  if (name === 'priority') {
    const known = ticketPriorities.find((one) => one === value.toLowerCase());
    if (!known) return `“${value.slice(0, 40)}” is not a priority; write ${ticketPriorities.join(', ')}`;
    routing.priority = known;
  }
  playbook.routing = routing;
  return undefined;
}

function readIntent(playbook: Playbook, intent: string): string | undefined {
  const id = intent.toLowerCase();
  if (id === '' || id === 'none') return undefined;
  if (playbook.intent !== undefined) return 'there are two intents';
  const known = intents.find((name) => name === id);
  if (!known) return `“${intent.slice(0, 40)}” is not an intent; intents look like tech.bug or refund.status`;
  playbook.intent = known;
  return undefined;
}

function addStep(playbook: Playbook, text: string): string | undefined {
  const step = parseStep(text, `step-${playbook.steps.length + 1}`);
  if (step.text === '') return 'the step is empty';
  playbook.steps.push(step);
  return undefined;
}

/** Writes a playbook the way `parsePlaybook` reads it. */
export function formatPlaybook(playbook: Pick<Playbook, 'title' | 'intent' | 'routing' | 'steps'>): string {
  const { title, intent, routing = {}, steps } = playbook;
  const head = [title];
  if (intent !== undefined) head.push(`Intent: ${intent}`);
  if (routing.team !== undefined) head.push(`Team: ${routing.team}`);
  if (routing.priority !== undefined) head.push(`Priority: ${routing.priority}`);
  if (routing.tags !== undefined) head.push(`Tags: ${routing.tags.join(', ')}`);
  const word = (kind: StepKind) => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const lines = steps.flatMap(({ kind, text, say }, index) => [
    `${index + 1}. ${word(kind)}: ${text}`,
    ...(say === undefined ? [] : [`   Say: ${say}`]),
  ]);
  return [...head, '', ...lines, ''].join('\n');
}
