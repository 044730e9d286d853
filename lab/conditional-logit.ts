/** Candidates of one question: features by name, and how much each is wanted (0: not at all). */
export type Choice = { features: Record<string, number>; wanted: number }[];

/** Softmax of scores, sums to 1. */
function chances(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

type Rows = { rows: number[][]; wanted: number[] };

const toRows = (choice: Choice, names: readonly string[]): Rows => {
  const total = choice.reduce((sum, { wanted }) => sum + wanted, 0);
  return {
    rows: choice.map(({ features }) => names.map((name) => features[name] ?? 0)),
    wanted: choice.map(({ wanted }) => wanted / total),
  };
};

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Adds one choice's share of the slopes and of the curvature of the negative log-likelihood. */
function addChoice({ rows, wanted }: Rows, weights: readonly number[], slopes: number[], curves: number[][]): void {
  const expected = chances(rows.map((row) => dot(row, weights)));
  const mean = weights.map((_weight, at) => rows.reduce((sum, row, j) => sum + (expected[j] ?? 0) * (row[at] ?? 0), 0));
  rows.forEach((row, j) => {
    const chance = expected[j] ?? 0;
    row.forEach((value, at) => {
      slopes[at] = (slopes[at] ?? 0) + (chance - (wanted[j] ?? 0)) * value;
      const line = curves[at] as number[];
      row.forEach((other, to) => {
        line[to] = (line[to] ?? 0) + chance * (value - (mean[at] ?? 0)) * (other - (mean[to] ?? 0));
      });
    });
  });
}

/** Negative log-likelihood with its penalty. */
function lossOf(telling: readonly Rows[], weights: readonly number[], penalty: number): number {
  const miss = telling.reduce((sum, { rows, wanted }) => {
    const expected = chances(rows.map((row) => dot(row, weights)));
    return sum - wanted.reduce((own, share, j) => own + share * Math.log(Math.max(expected[j] ?? 0, 1e-300)), 0);
  }, 0);
  return miss + penalty * telling.length * dot(weights, weights);
}

/** The weights after the move, halved until it is none for the worse: far from the optimum Newton's is too long. */
function stepDown(telling: readonly Rows[], weights: readonly number[], move: readonly number[], penalty: number) {
  const before = lossOf(telling, weights, penalty);
  for (let length = 1; length > 1e-3; length /= 2) {
    const tried = weights.map((weight, at) => weight - length * (move[at] ?? 0));
    if (lossOf(telling, tried, penalty) <= before) return tried;
  }
  return [...weights];
}

/** Solves `matrix · x = right` for a positive definite matrix by Gauss–Jordan elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((row, at) => {
    const pivot = row[at] ?? 1;
    row.forEach((value, to) => {
      row[to] = value / pivot;
    });
    for (const other of rows) {
      if (other === row) continue;
      const factor = other[at] ?? 0;
      other.forEach((value, to) => {
        other[to] = value - factor * (row[to] ?? 0);
      });
    }
  });
  return rows.map((row) => row.at(-1) ?? 0);
}

/**
 * Conditional logit (McFadden 1974; as listwise learning to rank, Cao et al. 2007): the weights under which the softmax over
 * each question's candidates is likeliest to choose the wanted ones, with an L2 `penalty` per question. By Newton's method
 * from zero: deterministic. Features are to be of the order of 1; questions without a wanted candidate tell nothing.
 */
export function fitConditionalLogit(
  choices: readonly Choice[],
  names: readonly string[],
  penalty = 0.01,
): Record<string, number> {
  const telling = choices
    .filter((choice) => choice.some(({ wanted }) => wanted > 0))
    .map((choice) => toRows(choice, names));
  let weights = names.map(() => 0);
  for (let step = 0; step < 20 && telling.length > 0; step += 1) {
    const slopes = weights.map((weight) => 2 * penalty * telling.length * weight);
    const curves = names.map((_name, at) =>
      names.map((_other, to) => (at === to ? 2 * penalty * telling.length + 1e-9 : 0)),
    );
    for (const choice of telling) addChoice(choice, weights, slopes, curves);
    const move = solve(curves, slopes);
    weights = stepDown(telling, weights, move, penalty);
  }
  return Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0]));
}

/** Weighted sum of the features. */
export function scoreOf(features: Record<string, number>, weights: Record<string, number>): number {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * (features[name] ?? 0), 0);
}

/**
 * Which of `folds` parts each of `count` questions is in: questions in order go round, so that every part has some of every
 * stretch.
 */
export const foldOf = (index: number, folds: number): number => index % folds;

/** Each question's candidates scored by weights fitted on the other folds, [questions][candidates]. */
export function crossScore(
  choices: readonly Choice[],
  names: readonly string[],
  { folds = 8, penalty = 0.01 } = {},
): number[][] {
  const fitted = Array.from({ length: folds }, (_value, fold) =>
    fitConditionalLogit(
      choices.filter((_choice, index) => foldOf(index, folds) !== fold),
      names,
      penalty,
    ),
  );
  return choices.map((choice, index) => {
    const weights = fitted[foldOf(index, folds)] ?? {};
    return choice.map(({ features }) => scoreOf(features, weights));
  });
}
