import type { Segment } from './segment';
import { createVectorBlock } from './vector-block';

/** Shape of the files below; those of another are not read. */
const fileVersion = 1;

type Sizes = {
  version: number;
  owners: number;
  rows: number;
  terms: number;
  postings: number;
  keyBytes: number;
  dims: number;
};

const sizeNames = ['version', 'owners', 'rows', 'terms', 'postings', 'keyBytes', 'dims'] as const;

const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Arrays of a segment in the order of its file. */
function arraysOf({ ownerRows, ownerFacets, rowOwners, lengths, ...rest }: Omit<Segment, 'name' | 'owners'>) {
  const { terms, postings, rows, counts, vectors } = rest;
  const { title, heading, labels, body } = lengths;
  const byRow = [rowOwners, title, heading, labels, body];
  return [ownerRows, ownerFacets, ...byRow, terms, postings, rows, counts, vectors.factors, vectors.values];
}

/** The segment as the parts of a file; they share its memory. */
export function encodeSegment(segment: Segment, dims: number): Uint8Array[] {
  const keys = new TextEncoder().encode(JSON.stringify(segment.owners));
  const sizes: Sizes = {
    version: fileVersion,
    owners: segment.owners.length,
    rows: segment.rowOwners.length,
    terms: segment.terms.length,
    postings: segment.rows.length,
    keyBytes: keys.length,
    dims,
  };
  const head = Uint32Array.from(sizeNames, (name) => sizes[name]);
  return [bytesOf(head), keys, ...arraysOf(segment).map(bytesOf)];
}

/** Reads the chunks of a file one after the other. */
class ChunkReader {
  readonly #chunks: Uint8Array[];
  #chunk = 0;
  #at = 0;

  constructor(chunks: Uint8Array[]) {
    this.#chunks = chunks;
  }

  /** Fills the array. Throws `RangeError` where the file is too short. */
  fill<T extends ArrayBufferView>(array: T): T {
    const target = bytesOf(array);
    for (let filled = 0; filled < target.length; ) {
      const chunk = this.#chunks[this.#chunk];
      if (!chunk) throw new RangeError('the file of the index is too short');
      const taken = Math.min(chunk.length - this.#at, target.length - filled);
      target.set(chunk.subarray(this.#at, this.#at + taken), filled);
      filled += taken;
      this.#at += taken;
      if (this.#at < chunk.length) continue;
      this.#chunk += 1;
      this.#at = 0;
    }
    return array;
  }
}

function readSizes(reader: ChunkReader): Sizes {
  const head = reader.fill(new Uint32Array(sizeNames.length));
  return Object.fromEntries(sizeNames.map((name, at) => [name, head[at] as number])) as Sizes;
}

/** The segment of a file; null where it is of another shape or for vectors of another length, or cut off. */
export function decodeSegment(name: string, chunks: Uint8Array[], dims: number): Segment | null {
  try {
    const reader = new ChunkReader(chunks);
    const sizes = readSizes(reader);
    if (sizes.version !== fileVersion || sizes.dims !== dims) return null;
    const { rows, terms, postings } = sizes;
    const keys = reader.fill(new Uint8Array(sizes.keyBytes));
    const owners: string[] = JSON.parse(new TextDecoder().decode(keys));
    const segment: Segment = {
      name,
      owners,
      ownerRows: new Uint32Array(sizes.owners + 1),
      ownerFacets: new Uint16Array(sizes.owners),
      rowOwners: new Uint16Array(rows),
      lengths: {
        title: new Uint8Array(rows),
        heading: new Uint8Array(rows),
        labels: new Uint8Array(rows),
        body: new Uint16Array(rows),
      },
      terms: new Uint32Array(terms),
      postings: new Uint32Array(terms + 1),
      rows: new Uint16Array(postings),
      counts: new Uint8Array(postings),
      vectors: createVectorBlock(rows, dims),
    };
    for (const array of arraysOf(segment)) reader.fill(array);
    return segment;
  } catch {
    return null;
  }
}
