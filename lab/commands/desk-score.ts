import { writeFileSync } from 'node:fs';
import type { Command } from '../command';
import { readDesk } from '../desk';
import { type DeskPart, deskParts, readConversations } from '../desk-conversations';
import { measureOthers, measureProduct, printDeskTable, withGoals } from '../desk-figures';
import { type DeskResult, runDesk } from '../desk-score';
import { readFlags, requireFlag, UsageError } from '../flags';
import { openModel } from '../model';
import { createProgress } from '../progress';
import { openScoreModel, toEncoder } from '../score/models';

function readPart(flag = 'held-out'): DeskPart {
  const part = deskParts.find((one) => one === flag);
  if (!part) throw new UsageError(`--part must be ${deskParts.join(' or ')}.`);
  return part;
}

function openMinilm(folder: string | undefined) {
  if (folder === undefined) return undefined;
  const signal = new AbortController().signal;
  return openScoreModel({ id: 'minilm', maxTokens: 256 }, { root: `${folder}/`, precision: 'q8', signal });
}

/** What was given for each conversation beside what is right, for choosing settings. */
function toLine({ conversation, articles, macros, answer }: DeskResult): string {
  const { ticket, part: _part, ...labels } = conversation;
  const said = ticket.messages.map(({ role, text }) => `${role}: ${text}`);
  return JSON.stringify({ labels, said, articles: articles.slice(0, 5), macros: macros.slice(0, 5), answer });
}

/** `desk-score`: how often the product is right on a desk's labelled conversations, beside what is off the shelf. */
export const deskScore: Command = {
  help: 'desk-score --desk FOLDER [--part held-out|tune] [--frozen FOLDER] [--models FOLDER/] [--out figures.json] [--cases cases.jsonl]    prints figures and goals over the labelled conversations of a desk; --frozen: the folder that holds MiniLM as it comes (minilm/), for its rows; --cases (tune only): what was given for each',
  async run(args, { output }) {
    const flags = readFlags(args, ['--desk', '--part', '--frozen', '--models', '--out', '--cases']);
    const folder = requireFlag(flags, '--desk');
    const part = readPart(flags.get('--part'));
    const cases = flags.get('--cases');
    if (cases !== undefined && part !== 'tune') throw new UsageError('--cases goes with --part tune only.');
    const desk = readDesk(folder);
    const conversations = readConversations(folder, desk).filter((one) => one.part === part);
    if (conversations.length === 0) throw new UsageError(`No conversation of ${folder} is ${part}.`);
    const minilm = openMinilm(flags.get('--frozen'));
    const model = await openModel({ root: flags.get('--models'), keep: true });
    const progress = createProgress(conversations.length);
    const encoders = { model, minilm: minilm && toEncoder(minilm, 'without tokens') };
    const results = await runDesk({ desk, conversations }, encoders, progress.step);
    minilm?.save();
    model.save();
    progress.end();
    const others = results.filter(({ conversation }) => conversation.language !== 'en');
    const figures = withGoals([
      ...measureProduct('all', results),
      ...measureOthers('all', results),
      ...(others.length > 0 ? [...measureProduct('other languages', others)] : []),
    ]);
    output.write(`${part}: ${results.length} conversations\n\n${printDeskTable(figures)}`);
    const out = flags.get('--out');
    if (out) writeFileSync(out, `${JSON.stringify({ desk: folder, part, figures }, null, 2)}\n`);
    if (cases) writeFileSync(cases, `${results.map(toLine).join('\n')}\n`);
    return 0;
  },
};
