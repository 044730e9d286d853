import { addScaled, dot, multiplyLower } from './matrix';

/** `n` vectors of `width` numbers, each with the index of its class and a weight. */
export type Sample = { vector: Float32Array; label: number; weight: number };

/** Logits of one vector: `weight[k] · x + bias[k]`. `weight` is [classes × width], row by row. */
export type Discriminant = { width: number; weight: Float64Array; bias: Float64Array };

/** Weighted mean of every class, [classes × width]; rows of classes without a sample stay zero. */
function classMeans(samples: readonly Sample[], classes: number, width: number): Float64Array {
  const means = new Float64Array(classes * width);
  const mass = new Float64Array(classes);
  for (const { vector, label, weight } of samples) {
    mass[label] = (mass[label] ?? 0) + weight;
    for (let at = 0; at < width; at++)
      means[label * width + at] = (means[label * width + at] ?? 0) + weight * (vector[at] ?? 0);
  }
  for (let label = 0; label < classes; label++)
    for (let at = 0; at < width; at++)
      means[label * width + at] = (means[label * width + at] ?? 0) / Math.max(mass[label] ?? 0, 1e-12);
  return means;
}

/** Covariance within the classes, its lower triangle in [width × width], shrunk towards a multiple of the identity. */
function withinCovariance(samples: readonly Sample[], means: Float64Array, width: number, shrinkage: number) {
  const covariance = new Float64Array(width * width);
  const count = samples.length;
  // Column by column, so that what is multiplied lies side by side.
  const columns = new Float64Array(width * count);
  let mass = 0;
  samples.forEach(({ vector, label, weight }, place) => {
    mass += weight;
    const root = Math.sqrt(weight);
    for (let at = 0; at < width; at++)
      columns[at * count + place] = root * ((vector[at] as number) - (means[label * width + at] as number));
  });
  multiplyLower({ values: columns, width: count }, covariance);
  let trace = 0;
  for (let at = 0; at < width; at++) trace += covariance[at * width + at] as number;
  const ridge = Math.max((shrinkage * trace) / width / mass, 1e-9);
  for (let at = 0; at < covariance.length; at++) covariance[at] = ((1 - shrinkage) * (covariance[at] as number)) / mass;
  for (let at = 0; at < width; at++) covariance[at * width + at] = (covariance[at * width + at] as number) + ridge;
  return covariance;
}

/** Cholesky factor of a positive definite matrix, in place of its lower triangle. */
function factorise(matrix: Float64Array, width: number): void {
  for (let row = 0; row < width; row++)
    for (let column = 0; column <= row; column++) {
      const place = row * width + column;
      const sum = (matrix[place] as number) - dot(matrix, row * width, matrix, column * width, column);
      matrix[place] = row === column ? Math.sqrt(sum) : sum / (matrix[column * width + column] as number);
    }
}

/** Solves `L Lᵀ x = b` in place of `b`. */
function solve(factor: Float64Array, b: Float64Array, width: number): void {
  for (let row = 0; row < width; row++)
    b[row] = ((b[row] as number) - dot(factor, row * width, b, 0, row)) / (factor[row * width + row] as number);
  for (let row = width - 1; row >= 0; row--) {
    const value = (b[row] as number) / (factor[row * width + row] as number);
    b[row] = value;
    addScaled(b, 0, factor, row * width, { factor: -value, length: row });
  }
}

/**
 * Linear discriminant analysis with equal priors and a shared covariance, shrunk by `shrinkage` (0 to 1) towards a
 * multiple of the identity (Friedman 1989, "Regularized Discriminant Analysis"). Logits are taken against the mean of
 * the classes, so that they also tell how far a vector is from all of them. Labels must lie below `classes`.
 */
export function trainDiscriminant(samples: readonly Sample[], classes: number, shrinkage: number): Discriminant {
  const width = samples[0]?.vector.length ?? 0;
  const means = classMeans(samples, classes, width);
  const known = [...new Set(samples.map(({ label }) => label))];
  const factor = withinCovariance(samples, means, width, shrinkage);
  factorise(factor, width);
  const centre = new Float64Array(width);
  for (const label of known)
    for (let at = 0; at < width; at++) centre[at] = (centre[at] ?? 0) + (means[label * width + at] ?? 0) / known.length;
  const weight = new Float64Array(classes * width);
  const bias = new Float64Array(classes).fill(Number.NEGATIVE_INFINITY);
  for (const label of known) {
    const mean = means.subarray(label * width, (label + 1) * width);
    const direction = weight.subarray(label * width, (label + 1) * width);
    for (let at = 0; at < width; at++) direction[at] = (mean[at] ?? 0) - (centre[at] ?? 0);
    solve(factor, direction, width);
    let middle = 0;
    for (let at = 0; at < width; at++) middle += ((direction[at] ?? 0) * ((mean[at] ?? 0) + (centre[at] ?? 0))) / 2;
    bias[label] = -middle;
  }
  return { width, weight, bias };
}

/** Logits of one vector, one a class; minus infinity for a class without a sample. */
export function discriminantLogits({ width, weight, bias }: Discriminant, vector: Float32Array): Float64Array {
  return bias.map((start, label) => {
    let sum = start;
    for (let at = 0; at < width; at++) sum += (weight[label * width + at] ?? 0) * (vector[at] ?? 0);
    return sum;
  });
}
