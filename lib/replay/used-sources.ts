/** From this F1 of terms on, an agent's reply counts as written with a macro. Set by hand. */
const usedMacro = 0.6;

/** What an agent can have written a reply with: the words of a macro, a link to an article. */
export type Material = { macros: readonly { id: string; text: string }[]; links: ReadonlyMap<string, string> };

const addresses = /https?:\/\/[^\s<>()[\]"'“”]+/g;

/** An address as articles are told apart by it: without what follows `?` or `#`, and without the sentence's own signs. */
export function foldAddress(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/[.,;:!/]+$/, '');
}

/**
 * Finds the ids of the macros that a reply was written with, by F1 of distinct terms (the likest first), and of the articles
 * that it links to. `material.links`: article id by `foldAddress` of its address.
 */
export function createSourceFinder(
  { macros, links }: Material,
  tokenize: (text: string) => string[],
): (real: string) => string[] {
  const sizes: number[] = [];
  const byTerm = new Map<string, number[]>();
  macros.forEach(({ text }, place) => {
    const terms = new Set(tokenize(text));
    sizes.push(terms.size);
    for (const term of terms) {
      const places = byTerm.get(term);
      if (places) places.push(place);
      else byTerm.set(term, [place]);
    }
  });
  return (real) => {
    const terms = new Set(tokenize(real));
    const shared = new Map<number, number>();
    for (const term of terms)
      for (const place of byTerm.get(term) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    const used = [...shared]
      .map(([place, count]) => ({ place, like: (2 * count) / (terms.size + (sizes[place] ?? 0)) }))
      .filter(({ like }) => like >= usedMacro)
      .sort((one, other) => other.like - one.like || one.place - other.place)
      .flatMap(({ place }) => macros[place]?.id ?? []);
    const linked = (real.match(addresses) ?? []).flatMap((address) => links.get(foldAddress(address)) ?? []);
    return [...used, ...new Set(linked)];
  };
}
