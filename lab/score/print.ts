import type { Figure } from './figures';
import { type Goal, goalAmong, isRecognition } from './goals';
import type { RiskCoverage } from './risk-coverage';

const heading = ['figure', 'n', 'ours', 'goal', 'reached', 'frozen', 'published', 'int8 loss', 'note'];
/** Points that int8 may lose in any row. */
const mostLoss = 0.7;

const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : value.toFixed(1));

function reached({ value, frozen }: Figure, { atLeast, atMost, lead, ratio }: Goal): string {
  const bars = [
    ...(atLeast === undefined ? [] : [atLeast]),
    ...(lead === undefined || typeof frozen !== 'number' ? [] : [frozen + lead]),
    ...(ratio === undefined || typeof frozen !== 'number' ? [] : [frozen * ratio]),
  ];
  if (value === null || (bars.length === 0 && atMost === undefined)) return '';
  return bars.every((bar) => value >= bar) && value <= (atMost ?? Number.POSITIVE_INFINITY) ? 'yes' : 'NO';
}

function wanted({ atLeast, atMost, lead, ratio }: Goal): string {
  if (atMost !== undefined) return `≤ ${number(atMost)}`;
  if (ratio !== undefined) return `≥ frozen × ${ratio}`;
  const least = atLeast === undefined ? '' : `≥ ${number(atLeast)}`;
  return lead === undefined ? least : `${least}, +${lead}`;
}

function frozenCell({ id, value, frozen }: Figure, goal: Goal): string {
  if (typeof frozen === 'number')
    return value === null
      ? number(frozen)
      : `${number(frozen)} (${value >= frozen ? '+' : '−'}${number(Math.abs(value - frozen))})`;
  if (goal.frozen !== undefined) return number(goal.frozen);
  return /^(support|dstc10)\./.test(id) ? 'not measured' : '';
}

function lossCell({ id, int8Loss }: Figure): string {
  if (!isRecognition(id)) return '';
  if (int8Loss === undefined || int8Loss === null) return 'not measured';
  return `${int8Loss.toFixed(2)}${int8Loss > mostLoss ? ' NO' : ''}`;
}

function cells(figure: Figure, goal: Goal): string[] {
  const { value, n, note = '' } = figure;
  return [
    goal.name,
    n === undefined ? '' : String(n),
    number(value) || 'not measured',
    wanted(goal),
    reached(figure, goal),
    frozenCell(figure, goal),
    goal.published ?? '',
    lossCell(figure),
    note,
  ];
}

function layOut(heading: readonly string[], rows: readonly string[][]): string {
  const widths = heading.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(heading), rule, ...rows.map(line), ''].join('\n');
}

const share = (value: number | undefined) => (100 * (value ?? 0)).toFixed(1);

function curveTable(curves: Record<string, RiskCoverage>): string {
  const rows = Object.entries(curves).map(([name, { n, area, coverageAtRisk, curve }]) => [
    name,
    String(n),
    share(area),
    ...['0.05', '0.1', '0.2'].map((risk) => share(coverageAtRisk[risk])),
    share(curve.at(-1)),
  ]);
  const heading = ['head', 'answers', 'area', 'coverage at 5 % risk', 'at 10 %', 'at 20 %', 'risk of all'];
  return rows.length > 0 ? `\nRisk and coverage, percent\n\n${layOut(heading, rows)}` : '';
}

/** The figures in Markdown, beside goal, frozen and published ones, and what the heads risk. */
export function printTable({
  figures,
  curves,
}: {
  figures: readonly Figure[];
  curves: Record<string, RiskCoverage>;
}): string {
  const figureValue = (id: string) => figures.find((figure) => figure.id === id)?.value ?? null;
  return (
    layOut(
      heading,
      figures.map((figure) => cells(figure, goalAmong(figure.id, figureValue))),
    ) + curveTable(curves)
  );
}

/** The figures with their goals, for the JSON. */
export function withGoals(figures: readonly Figure[]) {
  const figureValue = (id: string) => figures.find((figure) => figure.id === id)?.value ?? null;
  return figures.map((figure) => {
    const { name, ...goal } = goalAmong(figure.id, figureValue);
    return { name, ...figure, goal, isReached: reached(figure, { name, ...goal }) === 'yes' };
  });
}
