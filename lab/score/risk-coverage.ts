import type { Judged } from '../logistic';

/** What a head risks when it answers only its surest share of messages. */
export type RiskCoverage = {
  n: number;
  /** Area under the risk–coverage curve, 0 to 1, lower is better (Geifman & El-Yaniv 2017). */
  area: number;
  /** Largest share of messages that can be answered with at most this share of errors, by the share. */
  coverageAtRisk: Record<string, number>;
  /** Share of errors among the surest tenth, two tenths … of all. */
  curve: number[];
};

const risks = [0.05, 0.1, 0.2];

/** Errors among the first 1, 2 … n messages, the surest first; equally sure ones share one value. */
function runningRisk(judged: readonly Judged[]): number[] {
  const order = [...judged].sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  const running = order.map(({ isRight }, at) => {
    wrong += Number(!isRight);
    return wrong / (at + 1);
  });
  for (let at = running.length - 2; at >= 0; at--)
    if (order[at]?.confidence === order[at + 1]?.confidence) running[at] = running[at + 1] ?? 0;
  return running;
}

/** The risk–coverage curve of one head. */
export function riskCoverage(judged: readonly Judged[]): RiskCoverage {
  const running = runningRisk(judged);
  const n = running.length;
  const coverage = (risk: number) => (running.findLastIndex((value) => value <= risk) + 1) / Math.max(1, n);
  return {
    n,
    area: running.reduce((sum, value) => sum + value, 0) / Math.max(1, n),
    coverageAtRisk: Object.fromEntries(risks.map((risk) => [String(risk), coverage(risk)])),
    curve: Array.from({ length: 10 }, (_, tenth) => running[Math.ceil(((tenth + 1) * n) / 10) - 1] ?? 0),
  };
}
