import type { Encoder } from '../../lib/core/engine';
import { type IntentExample, intentWords, type TeamIntents, trainTeamIntents } from '../../lib/intents/team-intents';
import type { Command } from '../command';
import { readFlags, requireFlag, UsageError } from '../flags';
import { type JsonObject, mapLines, readRows, readString } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { createProgress } from '../progress';

async function vectorOf(encoder: Encoder, text: string): Promise<Float32Array> {
  const [encoding] = await encoder.encode([text]);
  if (!encoding) throw new Error('the encoder gave nothing');
  return encoding.vector;
}

/** Trains from lines `{"text","intent"}`; throws `UsageError` naming the first line that lacks one. */
async function trainFrom(rows: JsonObject[], encoder: Encoder): Promise<TeamIntents> {
  const examples: IntentExample[] = [];
  const names = new Map<string, Float32Array>();
  const progress = createProgress(rows.length);
  for (const [at, row] of rows.entries()) {
    const { text, intent } = row;
    if (typeof text !== 'string' || text.trim() === '' || typeof intent !== 'string' || intent.trim() === '')
      throw new UsageError(`--train, line ${at + 1}: "text" and "intent" must be strings with words.`);
    examples.push({ intent, vector: await vectorOf(encoder, text) });
    if (!names.has(intent)) names.set(intent, await vectorOf(encoder, intentWords(intent)));
    progress.step();
  }
  progress.end();
  return trainTeamIntents(examples, { names });
}

/** `intents`: a team's own intents from its examples, trained by the product's code. */
export const intents: Command = {
  help: 'intents --train train.jsonl < in.jsonl    {"id","text"} → {"id","intent":…|null,"confidence"}, null when out of scope; train lines {"text","intent"}',
  async run(args, streams) {
    const rows = readRows(requireFlag(readFlags(args, ['--train']), '--train'));
    const { encoder } = await openModel();
    const team = await trainFrom(rows, encoder);
    return mapLines(streams, async (row) => {
      const text = readString(row, 'text');
      const guess = text.trim() === '' ? { intent: null, confidence: 0 } : team.guess(await vectorOf(encoder, text));
      return { id: row.id ?? null, intent: guess.intent, confidence: round(guess.confidence) };
    });
  },
};
