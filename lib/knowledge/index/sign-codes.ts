/** The signs of the numbers of a table of vectors, from which a query's cosines can be told apart roughly. */
export type SignCodes = {
  /** An estimate for every row, higher where its cosine is likely to be, [rows and maybe more]; the next call writes over it. */
  estimate(query: Int16Array): Uint16Array;
};

type Kernel = {
  encode(rows: number, codes: number, count: number, dims: number): void;
  estimate(codes: number, table: number, sums: number, blocks: number, groups: number): void;
};

/** Rows whose codes stand together. */
const blockRows = 32;
/** Numbers whose signs are one entry of the query's table. */
const groupDims = 4;
const entries = 2 ** groupDims;
/** Largest entry of the table: the kernel adds up four in a byte. */
const entryPeak = 63;
const pageBytes = 65_536;

/** The highest estimate there can be for rows of so many numbers. */
export const highestEstimate = (stride: number): number => (stride / groupDims) * entryPeak;

/**
 * What each combination of a group's signs adds to the product with the query, from 0 to 63, [groups × 16]: a look-up for every
 * four signs (André, Kermarrec and Le Scouarnec 2015). The query keeps its numbers, which tells near rows from far ones better
 * than signs on both sides.
 */
function fillTable(table: Uint8Array, query: Int16Array): void {
  let widest = 1;
  const spanOf = (group: number): number => {
    let span = 0;
    for (let at = group * groupDims; at < (group + 1) * groupDims; at += 1) span += Math.abs(query[at] as number);
    return span;
  };
  const groups = query.length / groupDims;
  for (let group = 0; group < groups; group += 1) widest = Math.max(widest, spanOf(group));
  const step = entryPeak / (2 * widest);
  for (let group = 0; group < groups; group += 1) {
    const span = spanOf(group);
    for (let signs = 0; signs < entries; signs += 1) {
      let sum = span;
      for (let at = 0; at < groupDims; at += 1) {
        const value = query[group * groupDims + at] as number;
        sum += (signs >> at) & 1 ? -value : value;
      }
      table[group * entries + signs] = Math.round(sum * step);
    }
  }
}

/** Codes of all rows of `stride` numbers, a multiple of 16; null when the memory cannot be had. `kernel`: that of the scan. */
export function encodeSigns(kernel: WebAssembly.Module, values: Int8Array, stride: number): SignCodes | null {
  const groups = stride / groupDims;
  const blocks = Math.ceil(values.length / stride / blockRows);
  const blockBytes = groups * entries;
  const tableAt = blocks * blockBytes;
  const sumsAt = tableAt + blockBytes;
  const rowsAt = sumsAt + blocks * blockRows * 2;
  try {
    const pages = Math.ceil((rowsAt + blockRows * stride) / pageBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { encode, estimate } = new WebAssembly.Instance(kernel, { env: { memory } }).exports as Kernel;
    const room = new Int8Array(memory.buffer, rowsAt, blockRows * stride);
    for (let block = 0; block < blocks; block += 1) {
      const rows = values.subarray(block * room.length, (block + 1) * room.length);
      room.set(rows);
      encode(rowsAt, block * blockBytes, rows.length / stride, stride);
    }
    const table = new Uint8Array(memory.buffer, tableAt, blockBytes);
    const sums = new Uint16Array(memory.buffer, sumsAt, blocks * blockRows);
    return {
      estimate(query) {
        fillTable(table, query);
        estimate(0, tableAt, sumsAt, blocks, groups);
        return sums;
      },
    };
  } catch {
    return null;
  }
}
