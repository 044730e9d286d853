import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the cards say of a bundled model's making. */
export type BundledModel = {
  id: string;
  version: string;
  base: string;
  baseLicense: string;
  trainedOn: { name: string; license: string }[];
  files: Record<string, { sha256: string; bytes: number }>;
  /** The attributions that the licences ask for. */
  notice: string;
};

const folder = 'public/models';

/** The attribution of data that is part of the code: the list of names that personal data is found by. */
export const readDataNotice = (): string => readFileSync('lib/guard/names/LICENSE-NOTICE', 'utf8').trim();

/** The bundled models, by their cards. */
export function readModels(): BundledModel[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const card = JSON.parse(readFileSync(path.join(folder, name, 'card.json'), 'utf8'));
      const notice = readFileSync(path.join(folder, name, 'LICENSE-NOTICE'), 'utf8').trim();
      return { ...card, notice };
    });
}
