import 'fake-indexeddb/auto';
import { type PiiCounts, scorePii, sumCounts } from '../../lab/pii-score.ts';
import { readPiiSet } from '../../lab/pii-set.ts';
import { findPersonalData } from '../../lib/guard/personal-data.ts';
import { runPlanted } from './planted-run.ts';
import { writeTrustResult } from './trust-result.mjs';

// How much personal data is found in labelled messages, and how much of what is planted is found again in what is kept,
// exported, shown again or logged: `npm run prove:pii -- 500` plants fewer and keeps no result.
const wanted = 5000;
const count = Number(process.argv[2] ?? wanted);

const share = (part: number, all: number) => (part / all).toFixed(3);
const say = ({ labelled, found, marked, right }: PiiCounts) =>
  `${share(found, labelled)} recall, ${share(right, marked)} precision`;

const messages = [...readPiiSet('test'), ...readPiiSet('fresh')];
const { counts } = scorePii(messages, (text) => findPersonalData(text));
const isName = (key: string) => key.endsWith(' name');
const figures: Record<string, string | number> = {
  'labelled messages, apart from those that rules were written with': messages.length,
  'numbers, links, passwords, addresses': say(sumCounts(counts, (key) => !isName(key))),
};
for (const language of new Set(messages.map((one) => one.language)))
  figures[`names, ${language}`] = say(sumCounts(counts, (key) => key === `${language} name`));

const { tickets, plants, found } = await runPlanted(count);
for (const [place, again] of found) console.log(`${place}: ${again.length} of ${plants.length} found again`);
const all = new Set([...found.values()].flat());
for (const { kind, language, value } of [...all].slice(0, 40)) console.log(`  ${language} ${kind}: ${value}`);
figures['pieces planted in tickets'] = plants.length;
figures['found again in what is kept, exported, shown again or logged'] = all.size;
console.log(`${plants.length} pieces in ${tickets} tickets`);
console.log(JSON.stringify(figures, null, 2));
if (count === wanted) writeTrustResult('pii', figures);
process.exitCode = all.size === 0 ? 0 : 1;
