import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../lib/core/engine';
import { embedSets, modelName, toIndexEntry } from '../../lib/knowledge/embed';
import { readPlain } from '../../lib/knowledge/html';
import { createHybridIndex } from '../../lib/knowledge/hybrid-index';
import { prepareArticle } from '../../lib/knowledge/import-raw';
import type { SearchIndex } from '../../lib/knowledge/search-index';
import type { Command } from '../command';
import { readFlags, requireFlag, UsageError } from '../flags';
import { type JsonObject, parseLine, readRows, readString } from '../jsonl';
import { openModel } from '../model';
import { createProgress } from '../progress';

const source = 'centre';

/** The customer's words of a message, its last 1,000 characters. */
function questionOf(message: JsonObject): string {
  const turns = Array.isArray(message.turns) ? message.turns.map((turn) => parseLine(JSON.stringify(turn))) : [];
  const said = turns.filter((turn) => turn.from === 'customer').map((turn) => readString(turn, 'text'));
  if (said.length === 0) throw new UsageError(`The message ${String(message.id)} has no turn of the customer.`);
  return said.join('\n').slice(-1000);
}

async function openCentre(path: string, encoder: Encoder): Promise<SearchIndex> {
  const index = createHybridIndex();
  for (const row of readRows(path)) {
    const raw = { id: readString(row, 'id'), title: readString(row, 'title'), html: '', labels: [], isDraft: false };
    const prepared = prepareArticle({ ...raw, isInternal: false }, source, readPlain(readString(row, 'body')));
    const sets = prepared.ok ? await embedSets(encoder, [prepared.value.set], {}) : [];
    await index.add(sets.map((set) => toIndexEntry(set, modelName(encoder))));
  }
  return index;
}

/** Shares of questions with the right document first and in the first three. */
class Tally {
  count = 0;
  first = 0;
  firstThree = 0;
  add(found: readonly string[], wanted: ReadonlySet<string>): void {
    this.count += 1;
    this.first += Number(wanted.has(found[0] ?? ''));
    this.firstThree += Number(found.slice(0, 3).some((id) => wanted.has(id)));
  }
  line(name: string): string {
    const share = (value: number) => (value / this.count).toFixed(3);
    return `${name.padEnd(26)} ${String(this.count).padStart(5)} ${share(this.first)} ${share(this.firstThree)}`;
  }
}

function centresOf(folder: string, wanted: string | undefined): string[] {
  const ending = '.documents.jsonl';
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const chosen = wanted ? all.filter((name) => wanted.split(',').includes(name)) : all;
  if (chosen.length === 0) throw new UsageError(`No help centre ${wanted ?? ''} in ${folder}.`);
  return chosen;
}

/** `matching`: how often the library's own search finds the document that answers, by words, by both, by language. */
export const matching: Command = {
  help: 'matching --folder training/data/matching [--centres pos,rail]    prints messages, right document first, in the first three',
  async run(args, { output }) {
    const flags = readFlags(args, ['--folder', '--centres']);
    const folder = requireFlag(flags, '--folder');
    const names = centresOf(folder, flags.get('--centres'));
    const { encoder } = await openModel();
    const tallies = new Map<string, Tally>();
    const add = (name: string, found: string[], wanted: ReadonlySet<string>) => {
      const tally = tallies.get(name) ?? new Tally();
      tallies.set(name, tally);
      tally.add(found, wanted);
    };
    const progress = createProgress();
    for (const name of names) {
      const index = await openCentre(join(folder, `${name}.documents.jsonl`), encoder);
      for (const message of readRows(join(folder, `${name}.messages.jsonl`))) {
        if (typeof message.answer !== 'string') continue;
        const text = questionOf(message);
        const wanted = new Set([message.answer, ...(Array.isArray(message.also) ? message.also.map(String) : [])]);
        const [encoding] = await encoder.encode([text]);
        const language = readString(message, 'language');
        for (const [way, vector] of [['words', null] as const, ['both', encoding?.vector ?? null] as const]) {
          const hits = await index.search({ text, limit: 3 }, vector);
          const found = hits.map(({ ownerId }) => ownerId.slice(source.length + 1));
          add(`${language} ${way}`, found, wanted);
          if (language !== 'en') add(`not English ${way}`, found, wanted);
        }
        progress.step();
      }
    }
    progress.end();
    for (const [name, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)))
      output.write(`${tally.line(name)}\n`);
    return 0;
  },
};
