import { type Playbook, type StepKind, stepKinds } from '../../lib/core/knowledge';

/** A playbook as the agent writes it: title, lines about intent and routing where there are some, numbered steps. */
export function writePlaybook({ title, intent, routing = {}, steps }: Playbook): string {
  const head = [title];
  if (intent) head.push(`Intent: ${intent}`);
  if (routing.team) head.push(`Team: ${routing.team}`);
  if (routing.priority) head.push(`Priority: ${routing.priority}`);
  if (routing.tags) head.push(`Tags: ${routing.tags.join(', ')}`);
  const word = (kind: StepKind) => kind.charAt(0).toUpperCase() + kind.slice(1);
  const lines = steps.flatMap(({ kind, text, say }, index) => [
    `${index + 1}. ${word(kind)}: ${text}`,
    ...(say ? [`   Say: ${say}`] : []),
  ]);
  return [...head, ...lines].join('\n');
}

export type PreviewStep = { kind: StepKind | null; text: string; say: string | null };
/** `head`: the lines about intent, team, priority and tags by their names in lower case. */
export type Preview = { title: string; head: Partial<Record<HeadName, string>>; steps: PreviewStep[] };
export type HeadName = 'intent' | 'team' | 'priority' | 'tags';

const numbered = /^\s*(?:\d{1,3}\s*[.)]|[-*•])\s+(.*)$/;
const kindWord = new RegExp(`^(${stepKinds.join('|')})\\s*[:：]\\s*(.*)$`, 'i');
const headLine = /^\s*(intent|team|priority|tags)\s*[:：]\s*(.*)$/i;
const sayLine = /^\s+say\s*[:：]\s*(.*)$/i;

function toStep(text: string): PreviewStep {
  const [, kind, body] = kindWord.exec(text) ?? [];
  return { kind: stepKinds.find((known) => known === kind?.toLowerCase()) ?? null, text: body ?? text, say: null };
}

/** Takes an indented line into the step above: the words for the customer, or more of what stands there. */
function continueStep(step: PreviewStep, line: string): void {
  const say = sayLine.exec(line)?.[1];
  const more = (say ?? line).trim();
  if (say !== undefined || step.say !== null) step.say = [step.say, more].filter(Boolean).join(' ');
  else step.text = `${step.text} ${more}`;
}

/**
 * A first look at what is being written, while it may still be half a playbook. Never fails: the engine alone decides
 * what is a playbook, when it is saved.
 */
export function previewPlaybook(text: string): Preview {
  const [title = '', ...rest] = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const preview: Preview = { title: title.trim(), head: {}, steps: [] };
  for (const line of rest) {
    const step = numbered.exec(line)?.[1]?.trim();
    const [, name, value = ''] = headLine.exec(line) ?? [];
    const last = preview.steps.at(-1);
    if (step) preview.steps.push(toStep(step));
    else if (name !== undefined && !last) preview.head[name.toLowerCase() as HeadName] = value.trim();
    else if (last && /^\s/.test(line)) continueStep(last, line);
  }
  return preview;
}

/** The 1-based line that a failure speaks of (`Line 3: …`); null when it names none. */
export function failedLine(message: string): number | null {
  const found = /^Line (\d+):/.exec(message);
  return found ? Number(found[1]) : null;
}

/** Where the 1-based line stands in the text, UTF-16 code units, end exclusive. */
export function findLine(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n');
  const index = Math.min(Math.max(1, line), lines.length) - 1;
  const start = lines.slice(0, index).reduce((sum, before) => sum + before.length + 1, 0);
  return { start, end: start + (lines[index]?.length ?? 0) };
}
