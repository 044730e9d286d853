import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Encoder } from '../lib/core/engine';
import type { Ticket } from '../lib/core/ticket';
import type { SuggestDeps } from '../lib/suggestions/define-suggestion';
import type { FoundBy } from '../lib/suggestions/order';
import { toTicket } from './conversation';
import { type Desk, prepareDesk, readDesk } from './desk';
import { readConversations } from './desk-conversations';
import { isFolder } from './desk-folder';
import { type JsonObject, readRows, readString } from './jsonl';

const centres = fileURLToPath(new URL('../training/data/matching', import.meta.url));

/** Ways to find, from the most to the least that the model gives. */
export const waysToFind = ['matched', 'meaning', 'words'] as const satisfies readonly FoundBy[];
export const orderedKinds = ['article', 'macro'] as const;
export type OrderedKind = (typeof orderedKinds)[number];

/** Ids of what answers, and of what would do too. */
export type Labels = { right: string[]; also: string[] };
/** `playbook`: the one that applies, null where none does. */
export type Labelled = { ticket: Ticket; labels: Record<OrderedKind, Labels>; playbook: string | null };
/** A help centre with its labelled messages. */
export type LabelledDesk = { desk: Desk; labelled: Labelled[] };

const list = (row: JsonObject, name: string): string[] => {
  const value = row[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** The tuning conversations of a desk in parts. What is held out is never read. */
function readFolder(folder: string): LabelledDesk {
  const desk = readDesk(folder);
  const all = readConversations(folder, desk).filter(({ part }) => part === 'tune');
  const labelled = all.map(({ ticket, playbook, articles, alsoArticles, macros, alsoMacros }) => ({
    ticket,
    playbook,
    labels: { article: { right: articles, also: alsoArticles }, macro: { right: macros, also: alsoMacros } },
  }));
  return { desk, labelled };
}

function readCase(row: JsonObject): Labelled {
  return {
    ticket: toTicket({ id: row.id, turns: [{ role: 'customer', text: readString(row, 'text') }] }),
    playbook: typeof row.playbook === 'string' ? row.playbook : null,
    labels: {
      article: { right: list(row, 'articles'), also: [] },
      macro: { right: list(row, 'macros'), also: [] },
    },
  };
}

/** A help centre of the matching corpus: one document answers, of either kind; others would do too. */
function readCentre(name: string): LabelledDesk {
  const documents = readRows(join(centres, `${name}.documents.jsonl`));
  const idsOf = (kind: OrderedKind) =>
    new Set(documents.filter((row) => row.kind === kind).map(({ id }) => String(id)));
  const ids = { article: idsOf('article'), macro: idsOf('macro') };
  const labelled = readRows(join(centres, `${name}.messages.jsonl`)).map((row): Labelled => {
    const answer = typeof row.answer === 'string' ? [row.answer] : [];
    const labelsOf = (kind: OrderedKind): Labels => ({
      right: answer.filter((id) => ids[kind].has(id)),
      also: list(row, 'also').filter((id) => ids[kind].has(id)),
    });
    const turns = Array.isArray(row.turns) ? row.turns : [];
    const ticket = toTicket({ id: row.id, turns: turns.map(({ from, text }) => ({ role: from, text })) });
    return { ticket, playbook: null, labels: { article: labelsOf('article'), macro: labelsOf('macro') } };
  });
  const kindOf = (kind: OrderedKind) => documents.filter((row) => row.kind === kind);
  return { desk: prepareDesk({ articles: kindOf('article'), macros: kindOf('macro') }), labelled };
}

/**
 * A help centre by name: the tuning part of the folder `<data>/desks/<name>`, or `<data>/desks/<name>.json` with
 * `<data>/cases/<name>.jsonl`, or one of the matching corpus (those that an encoder learnt from look easier than new ones).
 */
export function readLabelled(data: string, name: string): LabelledDesk {
  const path = `${data}/desks/${name}`;
  if (isFolder(path)) return readFolder(path);
  if (!existsSync(`${path}.json`) && existsSync(join(centres, `${name}.documents.jsonl`))) return readCentre(name);
  return { desk: readDesk(`${path}.json`), labelled: readRows(`${data}/cases/${name}.jsonl`).map(readCase) };
}

/** The deps with what a way to find has not: token vectors, or any model. */
export function limitTo(way: FoundBy, deps: SuggestDeps): SuggestDeps {
  if (way === 'matched') return deps;
  const encode: Encoder['encode'] =
    way === 'words'
      ? () => Promise.reject(new Error('switched off'))
      : async (texts, options) =>
          (await deps.encoder.encode(texts, options)).map((encoding) => ({ ...encoding, tokens: null }));
  return { ...deps, encoder: { ...deps.encoder, encode } };
}
