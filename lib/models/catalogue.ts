import english from '../../public/models/signals-en/card.json' with { type: 'json' };
import multilingual from '../../public/models/signals-multilingual/card.json' with { type: 'json' };

/** A model that ships inside the extension, by its folder under `public/models/`. `maxTokens` bounds the time of one pass. */
export type BundledModel = { id: string; version: string; maxTokens: number; languages: readonly string[] };

function pick({ id, version, maxTokens, languages }: BundledModel): BundledModel {
  return { id, version, maxTokens, languages };
}

/** The model for English, with all heads. */
export const currentModel = pick(english);

/** The model for other languages, vectors in the same space. Loaded when a text needs it. */
export const multilingualModel = pick(multilingual);
