/** The models that ship inside the extension, by folder under `public/models/`. Data only. `maxTokens` bounds the time of one pass. */
export const bundledModels = [{ id: 'signals-en', maxTokens: 256 }] as const;

/** The model in use. */
export const currentModel = bundledModels[0];
