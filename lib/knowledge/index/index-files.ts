import * as v from 'valibot';
import type { IndexStore } from '../../core/stores';
import type { Facet, FacetTable } from './facets';
import type { Lexicon, LexiconSize } from './lexicon';
import { decodeLexicon, encodeLexicon } from './lexicon-file';
import type { LiveSegments } from './live-segments';
import type { Segment } from './segment';
import { decodeSegment, encodeSegment } from './segment-file';

/** What the files are made of and read into. */
export type IndexParts = { lexicon: Lexicon; facets: FacetTable; segments: LiveSegments; dims: number };

/** Bumped when segments or stems change; an index of another version is built anew. */
const manifestVersion = 1;
/** A lexicon in more files than that is written as one. */
const maxLexiconFiles = 12;

const manifestSchema = v.object({
  version: v.literal(manifestVersion),
  dims: v.number(),
  model: v.string(),
  lexicon: v.object({ files: v.array(v.string()), terms: v.number(), forms: v.number() }),
  facets: v.array(
    v.object({
      kind: v.picklist(['article', 'macro', 'past']),
      source: v.string(),
      language: v.string(),
      locale: v.optional(v.string()),
      section: v.optional(v.string()),
    }),
  ),
  segments: v.array(v.object({ name: v.string(), gone: v.array(v.number()) })),
});
type Manifest = v.InferOutput<typeof manifestSchema>;

function parseManifest(text: string): Manifest | null {
  try {
    const parsed = v.safeParse(manifestSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/**
 * What was read: the last change it holds, null when nothing could be read; whether every file was there; whether the vectors
 * are of the model that was asked for.
 */
type Loaded = { change: number | null; isWhole: boolean; isCurrent: boolean };

const nothing: Loaded = { change: null, isWhole: false, isCurrent: true };

/** Writes an index to files and reads it again. */
export class IndexFiles {
  readonly #store: IndexStore;
  readonly #parts: IndexParts;
  readonly #newName: () => string;
  #saved = new Set<string>();
  #lexicon: { files: string[]; size: LexiconSize } = { files: [], size: { terms: 0, forms: 0 } };

  constructor(store: IndexStore, parts: IndexParts, newName: () => string) {
    this.#store = store;
    this.#parts = parts;
    this.#newName = newName;
  }

  /**
   * Reads the files into an empty index. Vectors of another model than `model` are left out; owners that `isTouched` came or
   * went meanwhile and stay as they are.
   */
  async load(model: string, isTouched: (key: string) => boolean): Promise<Loaded> {
    const committed = await this.#store.readManifest();
    const manifest = committed && parseManifest(committed.manifest);
    if (!committed || manifest?.dims !== this.#parts.dims) return nothing;
    if (!(await this.#loadLexicon(manifest))) return nothing;
    for (const facet of manifest.facets) this.#parts.facets.add(toFacet(facet));
    const isCurrent = manifest.model === model;
    let isWhole = true;
    for (const { name, gone } of manifest.segments) {
      const chunks = await this.#store.readFile(name);
      const segment = chunks && decodeSegment(name, chunks, manifest.dims);
      if (segment) this.#addSegment(segment, { gone, isTouched, isCurrent });
      else isWhole = false;
    }
    return { change: committed.change, isWhole, isCurrent };
  }

  /** Writes what is not written yet and makes it the state that is read next, unless `isStale` by then. */
  async save(state: { model: string; change: number }, isStale: () => boolean): Promise<void> {
    const { lexicon, facets, segments, dims } = this.#parts;
    const all = segments.all.map(({ segment, alive }) => ({ segment, gone: goneOf(alive) }));
    const known = facets.all.slice();
    const written = await this.#saveLexicon(lexicon);
    for (const { segment } of all) {
      if (this.#saved.has(segment.name)) continue;
      await this.#store.writeFile(segment.name, encodeSegment(segment, dims));
      if (isStale()) return;
      this.#saved.add(segment.name);
    }
    const manifest: Manifest = {
      version: manifestVersion,
      dims,
      model: state.model,
      lexicon: written,
      facets: known,
      segments: all.map(({ segment, gone }) => ({ name: segment.name, gone })),
    };
    const files = [...written.files, ...all.map(({ segment }) => segment.name)];
    if (isStale()) return;
    await this.#store.commit({ manifest: JSON.stringify(manifest), change: state.change, files });
    this.#saved = new Set(files);
  }

  /** Lets go of all files. */
  async clear(): Promise<void> {
    this.#saved.clear();
    this.#lexicon = { files: [], size: { terms: 0, forms: 0 } };
    await this.#store.clear();
  }

  async #loadLexicon({ lexicon }: Manifest): Promise<boolean> {
    const read = await Promise.all(lexicon.files.map((file) => this.#store.readFile(file)));
    const parts = read.map((chunks) => chunks && decodeLexicon(chunks));
    const total = parts.reduce((sum, part) => sum + (part?.terms.length ?? 0), 0);
    if (parts.some((part) => part === null) || total !== lexicon.terms) return false;
    for (const part of parts) if (part) this.#parts.lexicon.restore(part);
    this.#lexicon = { files: lexicon.files, size: this.#parts.lexicon.size() };
    for (const file of lexicon.files) this.#saved.add(file);
    return true;
  }

  /** What came since the last time as one more file, all of it as one when there are many. */
  async #saveLexicon(lexicon: Lexicon): Promise<Manifest['lexicon']> {
    const size = lexicon.size();
    const { files, size: before } = this.#lexicon;
    if (size.terms === before.terms && size.forms === before.forms) return { files, ...size };
    const isWhole = files.length >= maxLexiconFiles;
    const name = this.#newName();
    const from = isWhole ? { terms: 0, forms: 0 } : before;
    await this.#store.writeFile(name, encodeLexicon(lexicon.read(from)));
    this.#lexicon = { files: isWhole ? [name] : [...files, name], size };
    return { files: this.#lexicon.files, ...size };
  }

  #addSegment(
    segment: Segment,
    { gone, isTouched, isCurrent }: { gone: number[]; isTouched: (key: string) => boolean; isCurrent: boolean },
  ): void {
    const alive = Uint8Array.from(segment.owners, (key) => (isTouched(key) ? 0 : 1));
    for (const owner of gone) alive[owner] = 0;
    if (isCurrent) this.#saved.add(segment.name);
    else segment.vectors.factors.fill(0);
    this.#parts.segments.add(isCurrent ? segment : { ...segment, name: this.#newName() }, alive);
  }
}

function goneOf(alive: Uint8Array): number[] {
  return [...alive.keys()].filter((owner) => alive[owner] !== 1);
}

function toFacet({ locale, section, ...rest }: Manifest['facets'][number]): Facet {
  return { ...rest, ...(locale === undefined ? {} : { locale }), ...(section === undefined ? {} : { section }) };
}
