import card from '../../public/models/signals-en/card.json' with { type: 'json' };

/** The models that ship inside the extension, by folder under `public/models/`. `maxTokens` bounds the time of one pass. */
export const bundledModels = [{ id: card.id, version: card.version, maxTokens: card.maxTokens }] as const;

/** The model in use. */
export const currentModel = bundledModels[0];
