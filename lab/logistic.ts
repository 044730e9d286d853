/** One labelled example: features by name, and whether the candidate was right. */
export type Example = { features: Record<string, number>; label: 0 | 1 };
export type Fitted = { weights: Record<string, number>; bias: number };

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function dot(model: Fitted, features: Record<string, number>): number {
  let sum = model.bias;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * (features[name] ?? 0);
  return sum;
}

/**
 * Logistic regression with an L2 penalty on the weights, by full-batch gradient descent from zero on standardised
 * features: deterministic. `penalty` is per example. The weights come back for features as they are.
 */
export function fitLogistic(examples: readonly Example[], names: readonly string[], penalty = 0.01): Fitted {
  const scales = names.map((name) => {
    const values = examples.map(({ features }) => features[name] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return { mean, deviation: deviation > 1e-9 ? deviation : 1 };
  });
  const rows = examples.map(({ features }) =>
    names.map((name, index) => ((features[name] ?? 0) - (scales[index]?.mean ?? 0)) / (scales[index]?.deviation ?? 1)),
  );
  const weights = names.map(() => 0);
  let bias = 0;
  for (let step = 0; step < 3000; step++) {
    const gradient = weights.map((weight) => penalty * weight);
    let biasGradient = 0;
    rows.forEach((row, at) => {
      const error =
        sigmoid(row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias)) -
        (examples[at]?.label ?? 0);
      row.forEach((value, index) => {
        gradient[index] = (gradient[index] ?? 0) + (error * value) / rows.length;
      });
      biasGradient += error / rows.length;
    });
    gradient.forEach((slope, index) => {
      weights[index] = (weights[index] ?? 0) - slope;
    });
    bias -= biasGradient;
  }
  const own = weights.map((weight, index) => weight / (scales[index]?.deviation ?? 1));
  const shift = own.reduce((sum, weight, index) => sum + weight * (scales[index]?.mean ?? 0), 0);
  return { weights: Object.fromEntries(names.map((name, index) => [name, own[index] ?? 0])), bias: bias - shift };
}

/** Platt scaling of the model on further examples (the ones it put first), folded into its own numbers. */
export function rescale(model: Fitted, examples: readonly Example[]): Fitted {
  const { weights, bias } = fitLogistic(
    examples.map(({ features, label }) => ({ features: { logit: dot(model, features) }, label })),
    ['logit'],
    0.001,
  );
  const slope = weights.logit ?? 1;
  return {
    weights: Object.fromEntries(Object.entries(model.weights).map(([name, weight]) => [name, weight * slope])),
    bias: model.bias * slope + bias,
  };
}

export type Judged = { confidence: number; isRight: boolean };

/** Expected calibration error over ten equal bins (Naeini et al. 2015), 0 to 1. */
export function expectedCalibrationError(judged: readonly Judged[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const mean = (pick: (one: Judged) => number) => inside.reduce((sum, one) => sum + pick(one), 0) / inside.length;
    if (inside.length > 0)
      error +=
        (inside.length / judged.length) * Math.abs(mean((one) => one.confidence) - mean((one) => Number(one.isRight)));
  }
  return error;
}

/** Precision among those shown, and the share shown, at a threshold. */
export function precisionAt(judged: readonly Judged[], threshold: number): { precision: number; coverage: number } {
  const shown = judged.filter(({ confidence }) => confidence >= threshold);
  const right = shown.filter(({ isRight }) => isRight).length;
  return {
    precision: shown.length === 0 ? 1 : right / shown.length,
    coverage: shown.length / Math.max(1, judged.length),
  };
}

/** The lowest threshold (steps of 0.02) at which precision reaches the target; 0.98 when none does. */
export function chooseThreshold(judged: readonly Judged[], target: number): number {
  for (let step = 5; step < 49; step++) {
    const threshold = step / 50;
    if (precisionAt(judged, threshold).precision >= target) return threshold;
  }
  return 0.98;
}
