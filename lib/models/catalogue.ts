import english from '../../public/models/signals-en/card.json' with { type: 'json' };
import multilingual from '../../public/models/signals-multilingual/card.json' with { type: 'json' };

/** A model that ships inside the extension, by its folder under `public/models/`. `maxTokens` bounds the time of one pass. */
export type BundledModel = {
  id: string;
  version: string;
  maxTokens: number;
  languages: readonly string[];
  /** SHA-256 of its files, by path in the folder. */
  hashes: Readonly<Record<string, string>>;
};

type Card = Omit<BundledModel, 'hashes'> & { files: Record<string, { sha256: string }> };

function pick({ id, version, maxTokens, languages, files }: Card): BundledModel {
  const hashes = Object.fromEntries(Object.entries(files).map(([file, { sha256 }]) => [file, sha256]));
  return { id, version, maxTokens, languages, hashes };
}

/** The model for English, with all heads. */
export const currentModel = pick(english);

/** The model for other languages, vectors in the same space. Loaded when a text needs it. */
export const multilingualModel = pick(multilingual);
