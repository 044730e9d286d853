import type { DeskResult, OtherRankings } from './desk-score';

/** One measured figure: a share from 0 to 1, null where nothing was there to measure; `n`: conversations behind it. */
export type DeskFigure = { id: string; value: number | null; n: number; goal?: string; isReached?: boolean };

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether one of the right or acceptable ids is among the first `top`. */
export function isFound(ranking: readonly string[], right: readonly string[], top: number): boolean {
  return ranking.slice(0, top).some((id) => right.includes(id));
}

/**
 * nDCG at 3 with gains 2^rel − 1 (Järvelin & Kekäläinen 2002; Burges et al. 2005): relevance 2 for the right ids, 1 for those
 * that would do too. 0 to 1.
 */
export function ndcgAt3(ranking: readonly string[], right: readonly string[], also: readonly string[]): number {
  const gain = (id: string) => (right.includes(id) ? 3 : also.includes(id) ? 1 : 0);
  const sum = (gains: readonly number[]) =>
    gains.slice(0, 3).reduce((total, value, place) => total + value / Math.log2(place + 2), 0);
  const ideal = sum([...right.map(() => 3), ...also.map(() => 1)]);
  return ideal === 0 ? 0 : sum(ranking.map(gain)) / ideal;
}

const answersBy = (kind: 'articles' | 'macros', { conversation }: DeskResult): string[] =>
  kind === 'articles'
    ? [...conversation.articles, ...conversation.alsoArticles]
    : [...conversation.macros, ...conversation.alsoMacros];

function recall(results: readonly DeskResult[], kind: 'articles' | 'macros', top: number): number | null {
  const asked = results.filter((one) => answersBy(kind, one).length > 0);
  return mean(asked.map((one) => Number(isFound(one[kind], answersBy(kind, one), top))));
}

/** Whether anything is offered that answers: a draft, an article or a macro. */
function offers({ answer }: DeskResult): boolean {
  return answer.reply !== null || answer.articles !== null || answer.macros !== null;
}

const isRightStep = ({ answer, conversation }: DeskResult): boolean =>
  answer.nextStep?.playbook === conversation.playbook && answer.nextStep?.step === conversation.step;

const reply = ({ answer, conversation }: DeskResult): boolean => {
  const { articles, alsoArticles, macros, alsoMacros } = conversation;
  const right = [...articles, ...alsoArticles, ...macros, ...alsoMacros];
  return answer.reply?.sources.some(({ id }) => right.includes(id)) === true;
};

/** Figures of the product on a group of conversations, named `<group>.<measure>`. */
export function measureProduct(group: string, results: readonly DeskResult[]): DeskFigure[] {
  const asked = (kind: 'articles' | 'macros') => results.filter((one) => answersBy(kind, one).length > 0);
  const share = (part: readonly DeskResult[], is: (one: DeskResult) => boolean) =>
    mean(part.map((one) => Number(is(one))));
  const stepped = results.filter(({ conversation }) => conversation.step !== null);
  const unfit = results.filter(({ conversation }) => conversation.playbook === null);
  const nothing = results.filter(({ conversation }) => conversation.nothing);
  const answerable = results.filter((one) => answersBy('articles', one).length + answersBy('macros', one).length > 0);
  const drafted = answerable.filter(({ answer }) => answer.reply !== null);
  const { length: articles } = asked('articles');
  const { length: macros } = asked('macros');
  const figures: DeskFigure[] = [
    ...[1, 3].map((top) => ({ id: `article.recall${top}`, value: recall(results, 'articles', top), n: articles })),
    {
      id: 'article.ndcg3',
      value: mean(
        asked('articles').map(({ articles: ranking, conversation }) =>
          ndcgAt3(ranking, conversation.articles, conversation.alsoArticles),
        ),
      ),
      n: articles,
    },
    ...[1, 3].map((top) => ({ id: `macro.recall${top}`, value: recall(results, 'macros', top), n: macros })),
    { id: 'step.right', value: share(stepped, isRightStep), n: stepped.length },
    {
      id: 'step.playbook',
      value: share(stepped, ({ answer, conversation }) => answer.nextStep?.playbook === conversation.playbook),
      n: stepped.length,
    },
    { id: 'step.silent', value: share(unfit, ({ answer }) => answer.nextStep === null), n: unfit.length },
    { id: 'reply.shown', value: share(answerable, ({ answer }) => answer.reply !== null), n: answerable.length },
    { id: 'reply.right', value: share(drafted, reply), n: drafted.length },
    { id: 'abstains', value: share(nothing, (one) => !offers(one)), n: nothing.length },
    { id: 'wronglySilent', value: share(answerable, (one) => !offers(one)), n: answerable.length },
  ];
  return figures.map((figure) => ({ ...figure, id: `${group}.${figure.id}` }));
}

/** Recall of articles by each of the others, named `<group>.<name>.recall<k>`. */
export function measureOthers(group: string, results: readonly DeskResult[]): DeskFigure[] {
  const asked = results.filter((one) => answersBy('articles', one).length > 0);
  const names = Object.keys(results[0]?.others ?? {});
  const recallOf = (others: (one: OtherRankings) => string[], top: number) =>
    mean(asked.map((one) => Number(isFound(others(one.others), answersBy('articles', one), top))));
  return names.flatMap((name) =>
    [1, 3].map((top) => ({
      id: `${group}.${name}.recall${top}`,
      value: recallOf((others) => others[name] ?? [], top),
      n: asked.length,
    })),
  );
}

/** What the figures over all conversations are to reach. */
const goals: Record<string, { least?: number; most?: number }> = {
  'all.article.recall3': { least: 0.88 },
  'all.article.ndcg3': { least: 0.8 },
  'all.macro.recall3': { least: 0.85 },
  'all.step.right': { least: 0.82 },
  'all.abstains': { least: 0.85 },
  'all.wronglySilent': { most: 0.05 },
};

/** How far above the best of the others the product's recall@1 is to be, and how hard the desk is to be for their sum. */
const leadOverOthers = 1.4;
const hardness = 0.65;

function goalOf(id: string, figures: readonly DeskFigure[]): { least?: number; most?: number } | undefined {
  if (/^all\.sum, .*\.recall3$/.test(id)) return { most: hardness };
  if (id !== 'all.article.recall1') return goals[id];
  const others = figures.filter((figure) => /^all\.(bm25|minilm|sum), .*\.recall1$/.test(figure.id));
  return others.length === 0
    ? undefined
    : { least: leadOverOthers * Math.max(...others.map(({ value }) => value ?? 0)) };
}

/** The figures with their goals and whether they reach them. */
export function withGoals(figures: readonly DeskFigure[]): DeskFigure[] {
  return figures.map((figure) => {
    const goal = goalOf(figure.id, figures);
    if (!goal || figure.value === null) return figure;
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = goal;
    const words = goal.least === undefined ? `≤ ${most.toFixed(3)}` : `≥ ${least.toFixed(3)}`;
    return { ...figure, goal: words, isReached: figure.value >= least && figure.value <= most };
  });
}

/** The figures as a table in Markdown. */
export function printDeskTable(figures: readonly DeskFigure[]): string {
  const rows = figures.map(({ id, n, value, goal = '', isReached }) => {
    const reached = isReached === undefined ? '' : isReached ? 'yes' : 'NO';
    return [id, String(n), value === null ? 'none' : value.toFixed(3), goal, reached];
  });
  const head = ['figure', 'n', 'value', 'goal', 'reached'];
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...rows.map(line), ''].join('\n');
}
