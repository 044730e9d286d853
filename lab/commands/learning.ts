import type { Command } from '../command';
import { readDesk } from '../desk';
import { type DeskPart, deskParts, readConversations } from '../desk-conversations';
import { readFlags, requireFlag, UsageError } from '../flags';
import { agents } from '../learning/agents';
import { type Question, readQuestions } from '../learning/questions';
import { type Outcome, simulate } from '../learning/simulate';
import { openModel } from '../model';
import { round } from '../numbers';

const noises = [0, 0.1];

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const spread = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

/** What the runs of one agent come to. `gain`: relative, of the mean recall@1; `moved`: the worst of all runs. */
function summarise(agent: string, noise: number, runs: Outcome[]) {
  const [before, after] = [runs.map((run) => run.before), runs.map((run) => run.after)];
  return {
    agent,
    noise,
    measured: Math.round(mean(runs.map(({ measured }) => measured))),
    before: round(mean(before)),
    after: round(mean(after)),
    gain: round(mean(after) / mean(before) - 1),
    deviation: round(spread(runs.map((run) => run.after - run.before))),
    worse: runs.filter((run) => run.after < run.before).length,
    moved: Math.max(...runs.map(({ moved }) => moved)),
  };
}

/** Every agent with and without wrong clicks, each with all seeds, and the mean of the agents. */
export function measureLearning(
  questions: Question[],
  { seeds, interactions }: { seeds: number; interactions: number },
) {
  const rows = noises.flatMap((noise) => {
    const runs = agents.map((agent) => ({
      name: agent.name,
      runs: Array.from({ length: seeds }, (_one, seed) => simulate(questions, { agent, seed, interactions, noise })),
    }));
    const all = runs.flatMap((one) => one.runs);
    return [...runs.map(({ name, runs: own }) => summarise(name, noise, own)), summarise('all', noise, all)];
  });
  return { questions: questions.length, interactions, seeds, rows };
}

type Measured = ReturnType<typeof measureLearning>;

function printTable({ questions, interactions, seeds, rows }: Measured): string {
  const head = `recall@1 of the agent's own pick, before and after ${interactions} interactions on other conversations; ${questions} conversations, ${seeds} seeds\n`;
  const names = 'agent        wrong clicks  before  after    gain      ±  worse  moved';
  const lines = rows.map(({ agent, noise, before, after, gain, deviation, worse, moved }) =>
    [
      agent.padEnd(12),
      `${Math.round(noise * 100)} %`.padStart(12),
      before.toFixed(3).padStart(7),
      after.toFixed(3).padStart(6),
      `${gain >= 0 ? '+' : ''}${(100 * gain).toFixed(1)} %`.padStart(7),
      deviation.toFixed(3).padStart(6),
      String(worse).padStart(6),
      String(moved).padStart(6),
    ].join(' '),
  );
  return `${head}${[names, ...lines].join('\n')}\n`;
}

function wholeNumber(flags: Map<string, string>, name: string, otherwise: number): number {
  const value = Number(flags.get(name) ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`${name} must be a whole number from 1 on.`);
  return value;
}

function partOf(flags: Map<string, string>): DeskPart {
  const part = deskParts.find((known) => known === (flags.get('--part') ?? 'tune'));
  if (!part) throw new UsageError(`--part must be ${deskParts.join(' or ')}.`);
  return part;
}

/** `learning`: what simulated agents of fixed styles get better by, and how far one wrong click moves anything. */
export const learning: Command = {
  help: 'learning --desk folder [--part tune|held-out] [--interactions 50] [--seeds 20]    recall@1 of simulated agents before and after: JSON on stdout, a table on stderr',
  async run(args, { output }) {
    const flags = readFlags(args, ['--desk', '--part', '--interactions', '--seeds']);
    const folder = requireFlag(flags, '--desk');
    const part = partOf(flags);
    const [interactions, seeds] = [wholeNumber(flags, '--interactions', 50), wholeNumber(flags, '--seeds', 20)];
    const desk = readDesk(folder);
    const conversations = readConversations(folder, desk).filter((one) => one.part === part);
    const model = await openModel({ keep: true });
    const questions = await readQuestions(desk, conversations, model);
    model.save();
    if (questions.length <= interactions)
      throw new UsageError(
        `${questions.length} conversations that the desk answers; more than ${interactions} are needed.`,
      );
    const measured = measureLearning(questions, { seeds, interactions });
    output.write(`${JSON.stringify({ part, ...measured })}\n`);
    process.stderr.write(printTable(measured));
    return 0;
  },
};
