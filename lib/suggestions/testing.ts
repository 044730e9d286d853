import type { Encoder, Encoding } from '../core/engine';
import type { Article, Hit, Macro, PastTicket, Playbook } from '../core/knowledge';
import { defaultSettings } from '../core/settings';
import type { ConversationSignals } from '../core/signals';
import type { Role, Ticket } from '../core/ticket';
import type { SuggestDeps, SuggestRequest, TextTools } from './define-suggestion';
import { cosine, createVectorMemory } from './vector-memory';

/** Small real implementations for the tests of this folder: a bag-of-words encoder and a search over few owners. */

const common = new Set(
  'the a an and or is are was to of in on for my your you i it we he she with not do did can me this that'.split(' '),
);

/** Sentences end at a mark before a blank, or at a line's end. */
export const textTools: TextTools = {
  splitSentences: (text) =>
    [...text.matchAll(/\S[^\n]*?(?:[.!?](?=\s|$)|(?=\n|$))/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    })),
  tokenize: (text) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((term) => !common.has(term) && term.length > 1),
  detectLanguage: (text) => (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en'),
};

function hashVector(text: string): Float32Array {
  const vector = new Float32Array(384);
  for (const term of textTools.tokenize(text)) {
    let hash = 7;
    for (const letter of term.slice(0, 6)) hash = (hash * 31 + letter.charCodeAt(0)) % 384;
    vector[hash] = (vector[hash] ?? 0) + 1;
  }
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

/** Texts that share words are near; `passes` counts what a model would have cost. */
export function hashEncoder(): Encoder & { passes: string[] } {
  const passes: string[] = [];
  return {
    passes,
    encode: async (texts): Promise<Encoding[]> =>
      texts.map((text) => {
        passes.push(text);
        return { vector: hashVector(text), logits: {}, tokens: null };
      }),
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: 't',
      version: '1',
      threads: 1,
      memoryBytes: null,
      coldStartMs: null,
    }),
  };
}

export type Library = { articles?: Article[]; macros?: Macro[]; pasts?: PastTicket[]; playbooks?: Playbook[] };

export const makeMacro = (id: string, text: string, more: Partial<Macro> = {}): Macro => ({
  id,
  source: 's',
  title: id,
  text,
  isNote: false,
  tags: [],
  ...more,
});
export const makeArticle = (id: string, text: string, more: Partial<Article> = {}): Article => ({
  id,
  source: 's',
  title: id,
  text,
  labels: [],
  isInternal: false,
  ...more,
});
export const makePast = (id: string, question: string, reply?: string): PastTicket => ({
  id,
  source: 'https://a.example',
  ticketId: id,
  subject: id,
  question,
  seenAt: '2026-01-01',
  ...(reply ? { reply } : {}),
});

function toHit(
  owner: { id: string; kind: Hit['ownerKind']; title: string; text: string },
  query: string,
  vector: Float32Array | null,
): Hit {
  const asked = new Set(textTools.tokenize(query));
  const own = new Set(textTools.tokenize(`${owner.title} ${owner.text}`));
  const overlap = [...asked].filter((term) => own.has(term)).length / Math.max(1, asked.size);
  const near = vector ? cosine(vector, hashVector(`${owner.title} ${owner.text}`)) : null;
  const first = textTools.splitSentences(owner.text)[0] ?? { start: 0, end: owner.text.length };
  return {
    ownerId: owner.id,
    ownerKind: owner.kind,
    title: owner.title,
    passage: {
      id: owner.id,
      ownerId: owner.id,
      ownerKind: owner.kind,
      heading: '',
      start: 0,
      end: owner.text.length,
      text: owner.text,
    },
    quote: { text: owner.text.slice(first.start, first.end), ...first },
    score: 3 * overlap + 3 * (near ?? 0),
    cosine: near,
    // Bags of words have no token vectors; the share of words found stands in for how well they would match.
    match: near === null ? null : overlap,
    lead: near === null ? null : overlap ** 2,
    reverse: near === null ? null : overlap,
    words: overlap * asked.size,
    overlap,
  };
}

/** Everything that suggestions need, over a small library. */
export function makeDeps(library: Library, encoder: Encoder = hashEncoder()): SuggestDeps {
  const { articles = [], macros = [], pasts = [], playbooks = [] } = library;
  const owners = [
    ...articles.map(({ id, title, text }) => ({ id, title, text, kind: 'article' as const })),
    ...macros.map(({ id, title, text }) => ({ id, title, text, kind: 'macro' as const })),
    ...pasts.map(({ id, subject, question }) => ({ id, title: subject, text: question, kind: 'past' as const })),
  ];
  return {
    encoder,
    vectors: createVectorMemory(encoder),
    search: async ({ text, kinds, limit }, reading) =>
      owners
        .filter(({ kind }) => !kinds || kinds.includes(kind))
        .map((owner) => toHit(owner, text, reading?.vector ?? null))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit),
    knowledge: {
      readArticle: async (id) => articles.find((one) => one.id === id),
      readMacro: async (id) => macros.find((one) => one.id === id),
      readPastTicket: async (id) => pasts.find((one) => one.id === id),
      listPlaybooks: async () => playbooks,
    },
    text: textTools,
  };
}

export function makeTicket(lines: [Role, string][], more: Partial<Ticket> = {}): Ticket {
  return {
    id: '42',
    helpdesk: 'test',
    origin: 'https://a.example',
    channel: 'email',
    requester: { name: 'Ana Silva', email: 'ana@b.example' },
    agent: { name: 'Kim Lee' },
    tags: [],
    messages: lines.map(([role, text], index) => ({ id: `m${index}`, role, text })),
    isComplete: true,
    composer: { target: 'public', format: 'rich', draft: '' },
    ...more,
  };
}

export function makeRequest(ticket: Ticket, more: Partial<SuggestRequest> = {}): SuggestRequest {
  const signals: ConversationSignals = {
    key: '',
    messages: [],
    current: null,
    trend: 'flat',
    resolved: false,
    tookMs: 0,
  };
  const settings = { ...defaultSettings, agentName: 'Kim Lee' };
  return { ticket, signals, settings, alternative: 0, ...more };
}
