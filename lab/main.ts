import type { Command } from './command';
import { pii } from './commands/pii';
import { UsageError } from './flags';

/** Commands by name. Loaded when asked for, so that `pii` needs no model runtime. */
const commands: Record<string, () => Promise<Command>> = {
  signals: async () => (await import('./commands/signals')).signals,
  suggest: async () => (await import('./commands/suggest')).suggest,
  search: async () => (await import('./commands/search')).search,
  pii: async () => pii,
  audit: async () => (await import('./commands/audit')).audit,
  'pii-scores': async () => (await import('./commands/pii-scores')).piiScores,
  claims: async () => (await import('./commands/claims')).claims,
  matching: async () => (await import('./commands/matching')).matching,
  intents: async () => (await import('./commands/intents')).intents,
  'intent-scores': async () => (await import('./commands/intent-scores')).intentScores,
  'intent-growth': async () => (await import('./commands/intent-growth')).intentGrowth,
  languages: async () => (await import('./commands/languages')).languages,
  bias: async () => (await import('./commands/bias')).bias,
  score: async () => (await import('./commands/score')).score,
  'self-test': async () => (await import('./commands/self-test')).selfTest,
  replay: async () => (await import('./commands/replay')).replay,
  learning: async () => (await import('./commands/learning')).learning,
  calibrate: async () => (await import('./commands/calibrate')).calibrate,
  'fit-order': async () => (await import('./commands/fit-order')).fitOrderCommand,
  'fit-playbooks': async () => (await import('./commands/fit-playbooks')).fitPlaybooksCommand,
  'fit-steps': async () => (await import('./commands/fit-steps')).fitStepsCommand,
  'desk-score': async () => (await import('./commands/desk-score')).deskScore,
  star: async () => (await import('./commands/star')).star,
  dstc: async () => (await import('./commands/dstc')).dstc,
};

async function helpText(): Promise<string> {
  const lines = await Promise.all(Object.values(commands).map(async (load) => `  ${(await load()).help}`));
  return ['The product’s own code over files, one JSON object a line in and out.', ...lines, ''].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  const { stdin: input, stdout: output, stderr } = process;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? stderr : output).write(await helpText());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(`There is no command ${name}; try ${Object.keys(commands).join(', ')}.`);
  const command = await load();
  if (args.includes('--help')) {
    output.write(`${command.help}\n`);
    return 0;
  }
  return command.run(args, { input, output });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
