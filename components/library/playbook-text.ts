import { type Playbook, type StepKind, stepKinds } from '../../lib/core/knowledge';

/** A playbook as the agent writes it: title, `Intent:` line where there is one, numbered steps. */
export function writePlaybook({ title, intent, steps }: Playbook): string {
  const head = intent ? [title, `Intent: ${intent}`] : [title];
  const word = (kind: StepKind) => kind.charAt(0).toUpperCase() + kind.slice(1);
  return [...head, ...steps.map((step, index) => `${index + 1}. ${word(step.kind)}: ${step.text}`)].join('\n');
}

export type PreviewStep = { kind: StepKind | null; text: string };
export type Preview = { title: string; intent: string | null; steps: PreviewStep[] };

const numbered = /^\s*(?:\d{1,3}\s*[.)]|[-*•])\s+(.*)$/;
const kindWord = new RegExp(`^(${stepKinds.join('|')})\\s*[:：]\\s*(.*)$`, 'i');

/**
 * A first look at what is being written, while it may still be half a playbook. Never fails: the engine alone decides
 * what is a playbook, when it is saved.
 */
export function previewPlaybook(text: string): Preview {
  const [title = '', ...rest] = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const preview: Preview = { title: title.trim(), intent: null, steps: [] };
  for (const line of rest) {
    const step = numbered.exec(line)?.[1]?.trim();
    const intent = /^\s*intent\s*[:：]\s*(.*)$/i.exec(line)?.[1]?.trim();
    const last = preview.steps.at(-1);
    if (step) {
      const [, kind, body] = kindWord.exec(step) ?? [];
      preview.steps.push({
        kind: stepKinds.find((known) => known === kind?.toLowerCase()) ?? null,
        text: body ?? step,
      });
    } else if (intent !== undefined && !last) {
      preview.intent = intent.toLowerCase();
    } else if (last && /^\s/.test(line)) {
      last.text = `${last.text} ${line.trim()}`;
    }
  }
  return preview;
}

/** The 1-based line a failure speaks of (`Line 3: …`) and the reason without it; line null when it names none. */
export function readLineFailure(message: string): { line: number | null; reason: string } {
  const found = /^Line (\d+):\s*([\s\S]*)$/.exec(message);
  return found?.[1] && found[2] !== undefined
    ? { line: Number(found[1]), reason: found[2] }
    : { line: null, reason: message };
}

/** Where the 1-based line stands in the text, UTF-16 code units, end exclusive. */
export function findLine(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n');
  const index = Math.min(Math.max(1, line), lines.length) - 1;
  const start = lines.slice(0, index).reduce((sum, before) => sum + before.length + 1, 0);
  return { start, end: start + (lines[index]?.length ?? 0) };
}
