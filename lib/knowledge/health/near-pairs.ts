import { type CheckedItem, cosine } from './item-texts';

/**
 * Signs of a vector's numbers, 32 to a word. Two vectors differ in as many signs as their angle's share of half a turn
 * (Charikar 2002): a cheap sieve before the cosine.
 */
function signsOf(vector: Float32Array): Int32Array {
  const signs = new Int32Array(Math.ceil(vector.length / 32));
  vector.forEach((value, index) => {
    if (value > 0) signs[index >> 5] = (signs[index >> 5] ?? 0) | (1 << (index & 31));
  });
  return signs;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function distance(signs: Int32Array, one: number, other: number, words: number): number {
  let bits = 0;
  for (let index = 0; index < words; index += 1) {
    bits += countBits((signs[one * words + index] ?? 0) ^ (signs[other * words + index] ?? 0));
  }
  return bits;
}

/** Signs that may differ at a cosine: the expected number and three standard deviations of it. */
function mostDifferent(least: number, dims: number): number {
  const share = Math.acos(least) / Math.PI;
  return Math.ceil(dims * share + 3 * Math.sqrt(dims * share * (1 - share)));
}

export type NearPair = { one: number; other: number; cosine: number };
/** Called between two stretches of work with the share that is done; throws to end it. */
export type Pause = (share: number) => Promise<void>;

/** Rows of the comparison between two pauses: a few milliseconds at 10,000 items. */
const rowsAtOnce = 64;

/** All pairs of items in one language and of one kind whose vectors have at least this cosine. Places in `items`. */
export async function findNearPairs(items: readonly CheckedItem[], least: number, pause: Pause): Promise<NearPair[]> {
  const groups = new Map<string, number[]>();
  items.forEach(({ kind, locale, vector }, place) => {
    if (vector)
      groups.set(`${kind} ${locale} ${vector.length}`, [
        ...(groups.get(`${kind} ${locale} ${vector.length}`) ?? []),
        place,
      ]);
  });
  const pairs: NearPair[] = [];
  let done = 0;
  for (const places of groups.values()) {
    await comparePlaces(items, places, { least, pairs, pause: (rows) => pause((done + rows) / items.length) });
    done += places.length;
  }
  return pairs;
}

async function comparePlaces(
  items: readonly CheckedItem[],
  places: readonly number[],
  { least, pairs, pause }: { least: number; pairs: NearPair[]; pause: Pause },
): Promise<void> {
  const vectors = places.map((place) => items[place]?.vector as Float32Array);
  const dims = vectors[0]?.length ?? 0;
  const words = Math.ceil(dims / 32);
  const signs = new Int32Array(vectors.length * words);
  vectors.forEach((vector, row) => void signs.set(signsOf(vector), row * words));
  const most = mostDifferent(least, dims);
  for (let row = 0; row < vectors.length; row += 1) {
    if (row % rowsAtOnce === 0) await pause(row);
    for (let next = row + 1; next < vectors.length; next += 1) {
      if (distance(signs, row, next, words) > most) continue;
      const value = cosine(vectors[row] as Float32Array, vectors[next] as Float32Array);
      if (value >= least) pairs.push({ one: places[row] as number, other: places[next] as number, cosine: value });
    }
  }
}
