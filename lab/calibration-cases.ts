import type { Encoder } from '../lib/core/engine';
import { defaultSettings } from '../lib/core/settings';
import { createSignalReader } from '../lib/signals/read-signals';
import type { SuggestContext, SuggestDeps } from '../lib/suggestions/define-suggestion';
import { readContext } from '../lib/suggestions/suggest';
import { toTicket } from './conversation';
import { openDesk, ownId, readDesk } from './desk';
import { type JsonObject, readRows, readString } from './jsonl';
import type { Example } from './logistic';
import type { LabModel } from './model';

/** Candidates of one kind for one message, each with its features and whether it answers. */
export type CandidateList = (Example & { id: string })[];
/** One labelled message with what was found for it: with all that the model gives, without token vectors, by words alone. */
export type JudgedCase = {
  desk: string;
  macro: CandidateList;
  article: CandidateList;
  macroMeaning: CandidateList;
  articleMeaning: CandidateList;
  macroWords: CandidateList;
  articleWords: CandidateList;
};

const list = (row: JsonObject, name: string): string[] => {
  const value = row[name];
  return Array.isArray(value) ? value.map(String) : [];
};

async function candidates(context: SuggestContext, kind: 'macro' | 'article', right: string[]): Promise<CandidateList> {
  const ranked = context.queries.length === 0 ? [] : await context.rank([kind]);
  return ranked.map(({ hit, features }) => {
    const id = ownId(hit.ownerId);
    return { id, features, label: right.includes(id) ? 1 : 0 };
  });
}

/** The deps with an encoder that is down, so that words alone are searched. */
function withoutModel(deps: SuggestDeps): SuggestDeps {
  const encoder: Encoder = { ...deps.encoder, encode: () => Promise.reject(new Error('switched off')) };
  return { ...deps, encoder };
}

/** The deps with an encoder that gives no token vectors, so that there is no second stage. */
function withoutTokens(deps: SuggestDeps): SuggestDeps {
  const encode: Encoder['encode'] = async (texts, options) =>
    (await deps.encoder.encode(texts, options)).map((encoding) => ({ ...encoding, tokens: null }));
  return { ...deps, encoder: { ...deps.encoder, encode } };
}

/** Every labelled message of one desk, `<data>/desks/<name>.json` with `<data>/cases/<name>.jsonl`. */
export async function readCases(data: string, name: string, model: LabModel): Promise<JudgedCase[]> {
  const deps = await openDesk(readDesk(`${data}/desks/${name}.json`), model.encoder);
  const reader = createSignalReader(model);
  const cases: JudgedCase[] = [];
  for (const row of readRows(`${data}/cases/${name}.jsonl`)) {
    const ticket = toTicket({ id: row.id, turns: [{ role: 'customer', text: readString(row, 'text') }] });
    const signals = await reader.read(ticket, 'all');
    const request = { ticket, signals, settings: defaultSettings, alternative: 0 };
    const context = await readContext(request, deps);
    const meaning = await readContext(request, withoutTokens(deps));
    const words = await readContext(request, withoutModel(deps));
    cases.push({
      desk: name,
      macro: await candidates(context, 'macro', list(row, 'macros')),
      article: await candidates(context, 'article', list(row, 'articles')),
      macroMeaning: await candidates(meaning, 'macro', list(row, 'macros')),
      articleMeaning: await candidates(meaning, 'article', list(row, 'articles')),
      macroWords: await candidates(words, 'macro', list(row, 'macros')),
      articleWords: await candidates(words, 'article', list(row, 'articles')),
    });
  }
  return cases;
}
