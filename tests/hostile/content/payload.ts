/** Markup or text that would run, load or mislead. It calls `canary(id)`, or asks `canary.invalid` for a path with its id. */
export type Payload = { id: number; category: string; text: string };

/** A host that no name server knows; whoever asks it fell for a payload. */
export const canaryHost = 'canary.invalid';

/** The payloads of a JSONL file, each with its own id filled in. */
export function readPayloads(lines: string): Payload[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, category, text } = JSON.parse(line) as Payload;
      return { id, category, text: text.replaceAll('$N', String(id)) };
    });
}
