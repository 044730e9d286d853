import type { Encoder, Reading } from '../lib/core/engine';
import type { Hit, SearchQuery } from '../lib/core/knowledge';
import type { PassageSet, PassageTokens } from '../lib/core/stores';
import { embedSets, modelName, toIndexEntry } from '../lib/knowledge/embed';
import { readPlain } from '../lib/knowledge/html';
import { prepareArticle } from '../lib/knowledge/import-raw';
import { createKnowledgeIndex } from '../lib/knowledge/index/knowledge-index';
import { searchInTwoStages } from '../lib/knowledge/second-stage';
import { languageCode } from '../lib/signals/language';
import { type JsonObject, readString } from './jsonl';

/** The library's search over sets in memory. `weight`: of the second stage, when it is not to be the product's. */
export type LabSearch = (query: SearchQuery, reading: Reading | null, weight?: number) => Promise<Hit[]>;

/** Embeds the sets and makes them searchable as in the library; `onSet` is called after each. */
export async function openSearch(
  sets: PassageSet[],
  encoder: Encoder,
  onSet: () => void = () => {},
): Promise<LabSearch> {
  const index = createKnowledgeIndex({ detectLanguage: languageCode });
  const tokens = new Map<string, PassageTokens>();
  for (const set of sets) {
    const embedded = await embedSets(encoder, [set], {});
    for (const { passages, tokens: own = [] } of embedded)
      own.forEach((one, place) => {
        if (one) tokens.set(passages[place]?.id ?? '', one);
      });
    await index.add(embedded.map((one) => toIndexEntry(one, modelName(encoder))));
    onSet();
  }
  const readTokens = async (ids: string[]) => ids.map((id) => tokens.get(id));
  return (query, reading, weight) =>
    searchInTwoStages({ index, readTokens }, query, weight === undefined ? { reading } : { reading, weight });
}

/** Passages of rows `{"id","title",…}` whose plain text is in the member `body`; rows without text are left out. */
export function readSets(rows: JsonObject[], source: string, body: string): PassageSet[] {
  return rows.flatMap((row) => {
    const raw = { id: readString(row, 'id'), title: readString(row, 'title'), html: '', labels: [], isDraft: false };
    const prepared = prepareArticle({ ...raw, isInternal: false }, source, readPlain(readString(row, body)));
    return prepared.ok ? [prepared.value.set] : [];
  });
}
