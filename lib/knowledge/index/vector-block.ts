import { scanKernel } from './scan-kernel';
import { encodeSigns, type SignCodes } from './sign-codes';

/** A query's vector as whole numbers: number `i` of it is `values[i] * scale`. */
export type QueryVector = { values: Int16Array; scale: number };

/** Vectors of a fixed number of rows. A row whose factor is 0 has none. */
export type VectorBlock = {
  /** Numbers a row takes, the vector's length rounded up to 16; int8, [rows × stride]. */
  readonly stride: number;
  readonly values: Int8Array;
  /** 1 / L2 norm of each row's whole numbers, [rows]. */
  readonly factors: Float32Array;
  /** Cosines of the query to the first `count` rows (all), divided by the query's scale; the next scan writes over them. */
  scan(query: QueryVector, count?: number): Float32Array;
  /** As `scan`, of those rows alone, in their order; never written over. */
  scanRows(query: QueryVector, rows: Uint16Array): Float32Array;
  /**
   * Estimates of all rows' cosines to the query by the signs of their numbers, which only order them, [rows] and maybe more; null
   * without SIMD. Rows are not written any more after the first call; the next one writes over the estimates.
   */
  estimate(query: QueryVector): Uint16Array | null;
};

/** Largest whole number of a query: a product with a row of up to 2,048 numbers stays within 32 bits. */
const queryPeak = 8191;
const lanes = 16;
/** Below, starting the kernel's memory costs more than it saves. */
const simdRows = 128;
const pageBytes = 65_536;

/** Rows that the kernel scans by their numbers in one go, a multiple of 4. */
const listRoom = 1024;

type Kernel = {
  scan(query: number, rows: number, factors: number, scores: number, count: number, dims: number): void;
  scanRows(
    ...args: [query: number, rows: number, factors: number, list: number, scores: number, count: number, dims: number]
  ): void;
};

/** Numbers that a row of `dims` takes. */
export const strideOf = (dims: number): number => Math.ceil(dims / lanes) * lanes;

/** The query's vector (L2 norm 1) with 14 bits a number. */
export function quantiseQuery(vector: Float32Array): QueryVector {
  let peak = 0;
  for (const value of vector) peak = Math.max(peak, Math.abs(value));
  const scale = peak / queryPeak || 1;
  const values = new Int16Array(strideOf(vector.length));
  for (let at = 0; at < vector.length; at += 1) values[at] = Math.round((vector[at] as number) / scale);
  return { values, scale };
}

let compiled: WebAssembly.Module | null | undefined;

/** The kernel, or null where WebAssembly or its SIMD is missing or forbidden. */
function compileKernel(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(Uint8Array.from(atob(scanKernel), (char) => char.charCodeAt(0)));
  } catch {
    compiled = null;
  }
  return compiled;
}

/** Room for `rows` vectors of `dims` numbers. `simd: false` scans without WebAssembly; the scores are the same bits. */
export function createVectorBlock(rows: number, dims: number, { simd = true } = {}): VectorBlock {
  const stride = strideOf(dims);
  const kernel = simd && rows >= simdRows ? compileKernel() : null;
  return (kernel && createSimdBlock(kernel, rows, stride)) ?? createScalarBlock(rows, stride);
}

/** Null when the memory cannot be had. */
function createSimdBlock(kernel: WebAssembly.Module, rows: number, stride: number): VectorBlock | null {
  const room = (numbers: number) => Math.ceil(numbers / 4) * lanes;
  const factorsAt = rows * stride;
  const scoresAt = factorsAt + room(rows);
  const queryAt = scoresAt + room(rows);
  const listAt = queryAt + stride * 2;
  const listScoresAt = listAt + room(listRoom);
  try {
    const pages = Math.ceil((listScoresAt + room(listRoom)) / pageBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { scan, scanRows } = new WebAssembly.Instance(kernel, { env: { memory } }).exports as Kernel;
    const values = new Int8Array(memory.buffer, 0, rows * stride);
    const asked = new Int16Array(memory.buffer, queryAt, stride);
    const scores = new Float32Array(memory.buffer, scoresAt, rows);
    const list = new Uint32Array(memory.buffer, listAt, listRoom);
    const listScores = new Float32Array(memory.buffer, listScoresAt, listRoom);
    let signs: SignCodes | null | undefined;
    return {
      stride,
      values,
      factors: new Float32Array(memory.buffer, factorsAt, rows),
      scan(query, count = rows) {
        asked.set(query.values);
        scan(queryAt, 0, factorsAt, scoresAt, count, stride);
        return scores;
      },
      scanRows(query, some) {
        asked.set(query.values);
        const found = new Float32Array(some.length);
        for (let at = 0; at < some.length; at += listRoom) {
          const part = some.subarray(at, at + listRoom);
          list.set(part);
          const padded = Math.ceil(part.length / 4) * 4;
          list.fill(0, part.length, padded);
          scanRows(queryAt, 0, factorsAt, listAt, listScoresAt, padded, stride);
          found.set(listScores.subarray(0, part.length), at);
        }
        return found;
      },
      estimate(query) {
        if (signs === undefined) signs = encodeSigns(kernel, values, stride);
        return signs?.estimate(query.values) ?? null;
      },
    };
  } catch {
    return null;
  }
}

function createScalarBlock(rows: number, stride: number): VectorBlock {
  const values = new Int8Array(rows * stride);
  const factors = new Float32Array(rows);
  const scores = new Float32Array(rows);
  const scoreOf = (query: Int16Array, row: number): number => {
    let sum = 0;
    for (let at = 0; at < stride; at += 1) sum += (query[at] as number) * (values[row * stride + at] as number);
    return Math.fround(sum) * (factors[row] as number);
  };
  return {
    stride,
    values,
    factors,
    scan(query, count = rows) {
      for (let row = 0; row < count; row += 1) scores[row] = scoreOf(query.values, row);
      return scores;
    },
    scanRows: (query, some) => Float32Array.from(some, (row) => scoreOf(query.values, row)),
    estimate: () => null,
  };
}

/** Writes a vector of whole numbers into a row; one of zeros alone counts as none. */
export function writeVector(block: VectorBlock, row: number, vector: Int8Array): void {
  writeVectors(block, row, { values: vector, dims: vector.length });
}

/** The same with vectors of `dims` numbers, one after the other, from this row on. */
export function writeVectors(
  block: VectorBlock,
  row: number,
  { values, dims }: { values: Int8Array; dims: number },
): void {
  for (let from = 0, to = row; from < values.length; from += dims, to += 1) {
    const place = to * block.stride;
    let squares = 0;
    for (let at = 0; at < dims; at += 1) {
      const value = values[from + at] as number;
      block.values[place + at] = value;
      squares += value * value;
    }
    block.factors[to] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
}
