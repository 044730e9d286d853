import * as v from 'valibot';
import { factNames, traits } from '../core/learning';
import { fail, ok, type Result } from '../core/result';
import { intents, riskFlags } from '../core/signals';
import { type Choice, choiceActions, suggestionKinds } from '../core/suggestion';

/** Version of the file; a change of shape that older versions cannot read makes it the next number. */
const version = 1;
/** Years of use; a file beyond that is none of ours. */
const mostChoices = 100_000;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const amount = v.pipe(v.number(), v.finite());
const offeredSchema = v.object({
  kind: v.picklist(['macro', 'article', 'past', 'playbook']),
  id: name,
  base: amount,
  facts: v.object(v.entriesFromList(factNames, v.exactOptional(amount))),
});
const choiceSchema = v.object({
  kind: v.picklist(suggestionKinds),
  suggestionId: name,
  sourceIds: v.array(name),
  action: v.picklist(choiceActions),
  intent: v.exactOptional(v.picklist(intents)),
  flags: v.exactOptional(v.array(v.picklist(riskFlags))),
  at: v.pipe(v.string(), v.isoTimestamp()),
  offered: v.exactOptional(v.array(offeredSchema)),
  kept: v.exactOptional(share),
  muted: v.exactOptional(v.array(v.picklist(traits))),
});
const headSchema = v.object({
  desksideLearning: v.number(),
  choices: v.pipe(v.array(v.unknown()), v.maxLength(mostChoices)),
});

/** What was learnt as a file of its own: JSON with the choices, oldest first, without any text. `exportedAt`: ISO 8601. */
export function writeChoiceFile(choices: readonly Choice[], exportedAt: string): string {
  return JSON.stringify({ desksideLearning: version, exportedAt, choices });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The choices of a file that `writeChoiceFile` wrote, all of them or none. Fails with `not-learning` (no such file),
 * `newer-version`, or `bad-choice`, whose message names the first entry that cannot be read and why.
 */
export function readChoiceFile(text: string): Result<Choice[]> {
  const head = v.safeParse(headSchema, readJson(text));
  if (!head.success) return fail('not-learning', 'This is no file of what Deskside learnt.');
  if (head.output.desksideLearning !== version)
    return fail(
      'newer-version',
      `The file has version ${head.output.desksideLearning}; this Deskside reads version ${version}.`,
    );
  const choices: Choice[] = [];
  for (const [index, row] of head.output.choices.entries()) {
    const parsed = v.safeParse(choiceSchema, row);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const where = v.getDotPath(issue) ?? '';
      return fail('bad-choice', `Entry ${index + 1} cannot be read: ${where} ${issue.message}`.replace(':  ', ': '));
    }
    choices.push(parsed.output);
  }
  return ok(choices.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
}
