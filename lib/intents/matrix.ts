// V8 has no SIMD for numbers: what helps is to load each number once for several products.

/** Product of `length` numbers of `a` from `at` on with those of `b` from `bt` on. */
export function dot(a: Float64Array, at: number, b: Float64Array, bt: number, length: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  let step = 0;
  for (; step + 3 < length; step += 4) {
    p += (a[at + step] as number) * (b[bt + step] as number);
    q += (a[at + step + 1] as number) * (b[bt + step + 1] as number);
    r += (a[at + step + 2] as number) * (b[bt + step + 2] as number);
    s += (a[at + step + 3] as number) * (b[bt + step + 3] as number);
  }
  for (; step < length; step++) p += (a[at + step] as number) * (b[bt + step] as number);
  return p + q + r + s;
}

/** `to[start…] += factor * from[begin…]`, `length` numbers. */
export function addScaled(
  to: Float64Array,
  start: number,
  from: Float64Array,
  begin: number,
  { factor, length }: { factor: number; length: number },
): void {
  for (let step = 0; step < length; step++)
    to[start + step] = (to[start + step] as number) + factor * (from[begin + step] as number);
}

/** Rows of numbers in one array, row by row. */
export type Rows = { values: Float64Array; width: number };

/** `to[start…] += Σ factors[i] * rows[picked[i]]` over the first `length` numbers of each row. */
export function addRows(
  to: Float64Array,
  start: number,
  { values, width }: Rows,
  { picked, factors, length = width }: { picked: readonly number[]; factors: readonly number[]; length?: number },
): void {
  let at = 0;
  for (; at + 3 < picked.length; at += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((next) => (picked[at + next] as number) * width) as [
      number,
      number,
      number,
      number,
    ];
    const [e, f, g, h] = factors.slice(at, at + 4) as [number, number, number, number];
    for (let step = 0; step < length; step++)
      to[start + step] =
        (to[start + step] as number) +
        e * (values[a + step] as number) +
        f * (values[b + step] as number) +
        g * (values[c + step] as number) +
        h * (values[d + step] as number);
  }
  for (; at < picked.length; at++)
    addScaled(to, start, values, (picked[at] as number) * width, { factor: factors[at] as number, length });
}

/** Products of row `row` of `a` with the rows of `b` before `end`, into `out` from `to` on. */
function multiplyRow(a: Rows, row: number, b: Rows, { out, to, end }: { out: Float64Array; to: number; end: number }) {
  const { width, values } = a;
  const at = row * width;
  let column = 0;
  for (; column + 3 < end; column += 4) {
    const [b0, b1, b2, b3] = [column * width, (column + 1) * width, (column + 2) * width, (column + 3) * width];
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let step = 0; step < width; step++) {
      const x = values[at + step] as number;
      p += x * (b.values[b0 + step] as number);
      q += x * (b.values[b1 + step] as number);
      r += x * (b.values[b2 + step] as number);
      s += x * (b.values[b3 + step] as number);
    }
    out[to + column] = p;
    out[to + column + 1] = q;
    out[to + column + 2] = r;
    out[to + column + 3] = s;
  }
  for (; column < end; column++) out[to + column] = dot(values, at, b.values, column * width, width);
}

/** As `multiplyRow` for rows `row` and `row + 1`; `to` is the place of the first, `stride` after it that of the second. */
function multiplyPair(
  a: Rows,
  row: number,
  b: Rows,
  { out, to, end, stride }: { out: Float64Array; to: number; end: number; stride: number },
): void {
  const { width, values } = a;
  const other = b.values;
  const [at, bt] = [row * width, (row + 1) * width];
  let column = 0;
  for (; column + 3 < end; column += 4) {
    const [b0, b1, b2, b3] = [column * width, (column + 1) * width, (column + 2) * width, (column + 3) * width];
    let [p, q, r, s] = [0, 0, 0, 0];
    let [t, u, v, w] = [0, 0, 0, 0];
    for (let step = 0; step < width; step++) {
      const x = values[at + step] as number;
      const y = values[bt + step] as number;
      const c = other[b0 + step] as number;
      const d = other[b1 + step] as number;
      const e = other[b2 + step] as number;
      const f = other[b3 + step] as number;
      p += x * c;
      q += x * d;
      r += x * e;
      s += x * f;
      t += y * c;
      u += y * d;
      v += y * e;
      w += y * f;
    }
    out.set([p, q, r, s], to + column);
    out.set([t, u, v, w], to + stride + column);
  }
  for (; column < end; column++) {
    out[to + column] = dot(values, at, b.values, column * width, width);
    out[to + stride + column] = dot(values, bt, b.values, column * width, width);
  }
}

/** Products of every row of `a` with every row of `b`: [rows of a × rows of b] into `out`. */
export function multiply(a: Rows, b: Rows, out: Float64Array): void {
  const [rows, end] = [a.values.length / a.width, b.values.length / b.width];
  let row = 0;
  for (; row + 1 < rows; row += 2) multiplyPair(a, row, b, { out, to: row * end, end, stride: end });
  if (row < rows) multiplyRow(a, row, b, { out, to: row * end, end });
}

/** Products of every row with itself and those before it: the lower triangle of [rows × rows] into `out`. */
export function multiplyLower(rows: Rows, out: Float64Array): void {
  const count = rows.values.length / rows.width;
  let row = 0;
  for (; row + 1 < count; row += 2)
    multiplyPair(rows, row, rows, { out, to: row * count, end: row + 2, stride: count });
  if (row < count) multiplyRow(rows, row, rows, { out, to: row * count, end: row + 1 });
}
