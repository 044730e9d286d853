import type { Playbook, PlaybookStep, StepKind } from '../core/knowledge';
import { stepKinds } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import { intents } from '../core/signals';

const kindWord = new RegExp(`^(${stepKinds.join('|')})\\s*[:：]\\s*`, 'i');
const numbered = /^\s*(?:\d{1,3}\s*[.)]|[-*•])\s+(.*)$/;
const emptyStep = /^\s*(?:\d{1,3}\s*[.)]|[-*•])\s*$/;
const intentLine = /^\s*intent\s*[:：]\s*(.*)$/i;

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
 * Reads a playbook as people write it: a title line, an optional `Intent: tech.bug`, numbered steps, each with an optional
 * `Ask:`, `Verify:`, `Do:`, `Tell:` or `Escalate:`; an indented line continues the step above. Fails with `playbook-line` and
 * the line that cannot be read.
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
  const intent = playbook.steps.length === 0 ? intentLine.exec(line)?.[1]?.trim() : undefined;
  if (intent !== undefined) return readIntent(playbook, intent);
  if (step !== undefined) return addStep(playbook, step);
  if (emptyStep.test(line)) return 'the step is empty';
  const last = playbook.steps.at(-1);
  if (last && /^\s/.test(line)) {
    last.text = `${last.text} ${line.trim().replace(/\s+/g, ' ')}`;
    return undefined;
  }
  return `expected a numbered step such as “1. Ask: which model is it?”, found “${line.trim().slice(0, 60)}”`;
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
export function formatPlaybook({ title, intent, steps }: Pick<Playbook, 'title' | 'intent' | 'steps'>): string {
  const head = intent === undefined ? [title] : [title, `Intent: ${intent}`];
  const word = (kind: StepKind) => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  return [...head, '', ...steps.map((step, index) => `${index + 1}. ${word(step.kind)}: ${step.text}`), ''].join('\n');
}
