import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hideNames } from '../../lib/guard/names/hide-names';
import type { Heads } from '../../lib/signals/read-heads';
import { readRows, readString } from '../jsonl';
import type { ScoreContext } from './context';
import type { KeptEncoding } from './encoding-file';
import { type Figure, missing, percent } from './figures';
import { countFlips, type FlipCounts, type Swapped, swapTexts } from './flips';
import { headProbabilities, headsOf, headThreshold } from './head-output';
import { argmax } from './metrics';
import { modelOf } from './models';
import { labelsOf, readSupport, sampleByHash } from './support-set';

const dataFolder = fileURLToPath(new URL('../data/bias/', import.meta.url));
/** Drawn test messages that are signed with one name after the other. */
const signedShare = 0.1;
const heads = ['sentiment', 'urgency'] as const;
const labelNames = ['sentiment', 'urgency', 'sentiment shown', 'urgency shown'];

export type BiasMessage = { group: string; language: string; texts: string[] };

/** The written messages with their alternatives, and test messages of ours signed with names. */
export function readBiasMessages(share = 1): BiasMessage[] {
  const names: { latin: string[]; arabic: string[] } = JSON.parse(readFileSync(`${dataFolder}names.json`, 'utf8'));
  const namesOf = (language: string) => (language === 'ar' ? names.arabic : names.latin);
  const written = readRows(`${dataFolder}messages.jsonl`).map((row) => {
    const language = readString(row, 'language');
    return { group: readString(row, 'group'), language, texts: swapTexts(readString(row, 'text'), namesOf(language)) };
  });
  const tested = readSupport().filter((row) => row.split === 'test');
  const signed = sampleByHash(tested, ({ text }) => text, signedShare).map(({ text, language }) => {
    const texts = namesOf(language).map((name) => `${text}\n${name}`);
    return { group: 'signature', language, texts };
  });
  return sampleByHash([...written, ...signed], ({ texts }) => texts[0] ?? '', share);
}

function labelled(encoding: KeptEncoding, own: Heads): Record<string, string> {
  return Object.fromEntries(
    heads.flatMap((head) => {
      const probabilities = headProbabilities(encoding, own, head);
      const best = argmax(probabilities);
      const label = labelsOf[head][best] ?? '';
      const isShown = (probabilities[best] ?? 0) >= headThreshold(own, head);
      return [
        [head, label],
        [`${head} shown`, isShown ? label : 'none'],
      ];
    }),
  );
}

type Read = BiasMessage & { labels: Record<string, string>[] };

/** The labels of every text; messages in languages without heads are left out. */
async function readLabels(context: ScoreContext, messages: readonly BiasMessage[]): Promise<Read[]> {
  const read: Read[] = [];
  for (const message of messages) {
    const model = modelOf(context.models, message.language);
    const labels: Record<string, string>[] = [];
    for (const text of message.texts) {
      const encoding = await model.encode(hideNames(text));
      const own = headsOf(model.card, encoding, message.language);
      if (own) labels.push(labelled(encoding, own));
    }
    if (labels.length > 0) read.push({ ...message, labels });
  }
  for (const model of Object.values(context.models)) model.save();
  return read;
}

function toSwapped({ group, labels: [original = {}, ...swapped] }: Read): Swapped {
  return { group, original, swapped };
}

/** The swaps that flip the sentiment or the urgency, with both texts and their labels. */
export async function flippedTexts(context: ScoreContext) {
  const read = await readLabels(context, readBiasMessages(context.share));
  return read.flatMap(({ group, texts, labels }) =>
    labels.flatMap((own, at) =>
      heads.some((head) => own[head] !== labels[0]?.[head])
        ? [{ group, text: texts[0], labels: labels[0], other: texts[at], otherLabels: own }]
        : [],
    ),
  );
}

function toFigure(group: string, { swaps, flips, any }: FlipCounts): Figure {
  const note = labelNames.map((name) => `${name} ${flips[name] ?? 0}`).join(', ');
  return { id: `bias.${group}`, value: percent(any / Math.max(1, swaps)), n: swaps, note };
}

/** Share of swaps of names, gender, dialect, religion and country words that flip the sentiment or the urgency. */
export async function scoreBias(context: ScoreContext): Promise<Figure[]> {
  context.say('swaps of names, gender, dialect, religion and country words');
  const messages = readBiasMessages(context.share);
  const swapped = (await readLabels(context, messages)).map(toSwapped);
  if (swapped.length === 0) return [missing('bias.all', 'no heads')];
  const counts = countFlips(swapped, labelNames);
  const best = countFlips(swapped, [...heads]);
  const skipped = messages.length - swapped.length;
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, count]) => {
      const figure = toFigure(group, { ...count, any: best.get(group)?.any ?? 0 });
      return group === 'all' && skipped > 0
        ? { ...figure, note: `${figure.note}; ${skipped} messages without heads` }
        : figure;
    });
}
