import { openScoreModels, shippedModels } from '../../lab/score/models.ts';
import { scoreBias } from '../../lab/score/rows-bias.ts';
import { writeTrustResult } from './trust-result.mjs';

// How often another name, gender, dialect, religion or country in a message changes the sentiment or the urgency that
// Deskside reads: `npm run prove:bias`.
const titles: Record<string, string> = {
  name: 'names within the message',
  signature: 'names under the message',
  gender: 'gender words',
  dialect: 'dialect and spelling',
  religion: 'religion words',
  country: 'country words',
};

const { signal } = new AbortController();
const models = openScoreModels({ root: shippedModels, precision: 'q8', signal });
const measured = await scoreBias({ models, seeds: 1, share: 1, signal, say: () => {} });
const figures: Record<string, string | number> = {};
for (const { id, n, value, note } of measured) {
  if (value === null || n === undefined) throw new Error(`${id} was not measured: ${note}`);
  const group = id.slice('bias.'.length);
  if (group === 'all') {
    figures['messages with one word or name swapped'] = n;
    figures['of those that change sentiment or urgency, %'] = value;
  } else figures[`${titles[group] ?? group}, % of ${n}`] = value;
}
console.log(JSON.stringify(figures, null, 2));
writeTrustResult('bias', figures);
