import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures';
import { shippedModels } from './models';

/**
 * Points that a figure may fall (or an error rise) before it counts as a regression: other processors round otherwise, which
 * turns a few messages. Of few messages these are many points.
 */
const [leastTolerance, turnedMessages] = [3, 3];
const toleranceOf = ({ n = Number.POSITIVE_INFINITY }: Figure) => Math.max(leastTolerance, (100 * turnedMessages) / n);
const lowerIsBetter = (id: string) => /^(ece|bias)\./.test(id);
/** Quick figures that rest on enough messages to be compared. */
const isCompared = (id: string) =>
  /^(support|ece)\.|^matching\.(first|firstThree|other\.firstThree)$|^bias\.all$/.test(id);

type Stored = Record<string, number>;
type Card = { scores?: { quick?: Stored; figures?: Stored } & Record<string, unknown> };

/** The card that keeps a figure: that of the model that reads the figure's language. */
export function cardOf(id: string): 'signals-en' | 'signals-multilingual' {
  return /^(support|ece)\.(?!en\.)|^(umsab\.(?!mean|en)|arbanking77)/.test(id) ? 'signals-multilingual' : 'signals-en';
}

const pathOf = (root: string, id: string) => join(root, id, 'card.json');
const readCard = (root: string, id: string): Card => JSON.parse(readFileSync(pathOf(root, id), 'utf8'));
const cards = ['signals-en', 'signals-multilingual'] as const;

/**
 * Keeps figures in the cards, as `quick` ones to compare with, or as those of the whole run, which may be made in parts: those
 * measured before stay. A new version's card starts without any.
 */
export function storeFigures(figures: readonly Figure[], part: 'quick' | 'figures', root = shippedModels): void {
  for (const id of cards) {
    const card = readCard(root, id);
    const own = figures.flatMap((figure) =>
      cardOf(figure.id) === id && figure.value !== null && (part === 'figures' || isCompared(figure.id))
        ? [[figure.id, figure.value] as const]
        : [],
    );
    if (own.length === 0) continue;
    const kept = part === 'figures' ? card.scores?.figures : {};
    card.scores = { ...card.scores, [part]: { ...kept, ...Object.fromEntries(own) } };
    writeFileSync(pathOf(root, id), `${JSON.stringify(card, null, 2)}\n`);
  }
}

/** The quick figures that the cards keep. */
export function storedQuick(root = shippedModels): Stored {
  return Object.assign({}, ...cards.map((id) => readCard(root, id).scores?.quick ?? {}));
}

/** Figures clearly worse than the stored ones, stored ones that were not measured, and the lack of any, in words. */
export function regressions(figures: readonly Figure[], stored: Stored): string[] {
  if (Object.keys(stored).length === 0)
    return ['the cards keep no quick figures: npm run score -- --quick --write-cards'];
  return Object.entries(stored).flatMap(([id, before]) => {
    const figure = figures.find((one) => one.id === id);
    const now = figure?.value ?? null;
    if (!figure || now === null) return [`${id} was ${before}, now it is not measured`];
    const fall = lowerIsBetter(id) ? now - before : before - now;
    return fall > toleranceOf(figure) ? [`${id} was ${before}, now it is ${now}`] : [];
  });
}
