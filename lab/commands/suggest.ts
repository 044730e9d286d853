import { defaultSettings } from '../../lib/core/settings';
import type { Silence, Suggestion } from '../../lib/core/suggestion';
import { calibration } from '../../lib/suggestions/calibration';
import type { SuggestContext } from '../../lib/suggestions/define-suggestion';
import { alternativeFloor } from '../../lib/suggestions/reply';
import { readContext, runKinds } from '../../lib/suggestions/suggest';
import type { Command } from '../command';
import { toTicket } from '../conversation';
import { openDesk, ownId, readDesk } from '../desk';
import { readFlags, requireFlag } from '../flags';
import { mapLines } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { openReader } from '../reader';

/** Macros listed: as many as the panel offers drafts, while the best is at least half as sure as a draft must be. */
async function listMacros(context: SuggestContext) {
  if (!context.turn || context.isResolved || context.queries.length === 0) return null;
  const ranked = await context.rank(['macro']);
  if ((ranked[0]?.confidence ?? 0) < calibration.thresholds.reply / 2) return null;
  return ranked
    .filter(({ confidence }) => confidence >= alternativeFloor)
    .slice(0, 4)
    .map(({ hit, confidence }) => ({ id: ownId(hit.ownerId), confidence: round(confidence) }));
}

const find = <K extends Suggestion['kind']>(items: readonly Suggestion[], kind: K) =>
  items.filter((item): item is Extract<Suggestion, { kind: K }> => item.kind === kind);

function toReply(items: readonly Suggestion[]) {
  const [reply] = find(items, 'reply');
  if (!reply) return null;
  const sources = reply.sources.map(({ kind, id, quote }) => ({ kind, id: ownId(id), quote }));
  return { text: reply.text, sources, confidence: round(reply.confidence) };
}

function toArticles(items: readonly Suggestion[]) {
  const articles = find(items, 'article').map(({ articleId, confidence, sources }) => ({
    id: ownId(articleId),
    confidence: round(confidence),
    quote: sources[0]?.quote ?? '',
  }));
  return articles.length > 0 ? articles : null;
}

function toNextStep(items: readonly Suggestion[]) {
  const [next] = find(items, 'next-step');
  if (!next) return null;
  const done = next.steps.filter((step) => step.done).map(({ id }) => id);
  const say = next.steps.find(({ id }) => id === next.step)?.say ?? null;
  return { playbook: next.playbook.id, step: next.step, done, say, confidence: round(next.confidence) };
}

function toRouting(items: readonly Suggestion[]) {
  const [routing] = find(items, 'routing');
  if (!routing) return null;
  const { team = null, priority = null, tags, macro, reasons, confidence } = routing;
  return { team, priority, tags, macro: macro ? ownId(macro.id) : null, reasons, confidence: round(confidence) };
}

/** What the panel would show for one conversation, in the contract's terms. */
export async function answerContext(
  context: SuggestContext,
  given?: { items: readonly Suggestion[]; silent: readonly Silence[] },
) {
  const { items, silent } = given ?? (await runKinds(context));
  return {
    reply: toReply(items),
    macros: await listMacros(context),
    articles: toArticles(items),
    nextStep: toNextStep(items),
    routing: toRouting(items),
    trend: context.signals.trend,
    resolved: context.isResolved,
    silent: silent.map(({ kind, why }) => ({ kind, why })),
  };
}

/** `suggest`: what the panel would show at the end of each conversation. */
export const suggest: Command = {
  help: 'suggest --desk desk.json < in.jsonl    {"id","channel","turns":[{"role","text","at"}],"subject"?,"requester"?,"agent"?} → {"id","reply","macros","articles","nextStep","routing","trend","resolved","silent"}',
  async run(args, streams) {
    const desk = readDesk(requireFlag(readFlags(args, ['--desk']), '--desk'));
    const model = await openModel();
    const deps = await openDesk(desk, model.encoder);
    const reader = openReader(model);
    return mapLines(streams, async (row) => {
      const ticket = toTicket(row);
      const signals = await reader.read(ticket, 'all');
      const context = await readContext({ ticket, signals, settings: defaultSettings, alternative: 0 }, deps);
      return { id: row.id ?? null, ...(await answerContext(context)) };
    });
  },
};
