import type { SearchQuery } from '../../core/knowledge';
import type { PassageOwner } from '../../core/stores';

/** What filters ask of an owner, and the language of its stems. Owners that are alike share one facet. */
export type Facet = Pick<PassageOwner, 'kind' | 'source' | 'locale' | 'section'> & { language: string };

/** Facets by number. */
export class FacetTable {
  #facets: Facet[] = [];
  readonly #numbers = new Map<string, number>();

  /** The facet's number, a new one when it is not there. */
  add({ kind, source, locale, section, language }: Facet): number {
    const key = JSON.stringify([kind, source, locale ?? null, section ?? null, language]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#facets.length);
    const rest = { ...(locale === undefined ? {} : { locale }), ...(section === undefined ? {} : { section }) };
    return this.#facets.push({ kind, source, language, ...rest }) - 1;
  }

  get all(): readonly Facet[] {
    return this.#facets;
  }

  languageOf(number: number): string {
    return this.#facets[number]?.language ?? 'und';
  }

  /** Languages of all facets. */
  languages(): Set<string> {
    return new Set(this.#facets.map(({ language }) => language));
  }

  /** Which facets the query may find, by number; null: all. */
  allowed(query: SearchQuery): Uint8Array | null {
    const { kinds, sources, locale, sections } = query;
    if (!kinds && !sources && !locale && !sections) return null;
    return Uint8Array.from(this.#facets, (facet) => (isAllowed(facet, query) ? 1 : 0));
  }

  clear(): void {
    this.#facets = [];
    this.#numbers.clear();
  }
}

function isAllowed(facet: Facet, { kinds, sources, locale, sections }: SearchQuery): boolean {
  if (kinds && !kinds.includes(facet.kind)) return false;
  if (sources && !sources.includes(facet.source)) return false;
  if (sections && !(facet.section !== undefined && sections.includes(facet.section))) return false;
  return !locale || !facet.locale || languageOf(facet.locale) === languageOf(locale);
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}
