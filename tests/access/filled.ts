import { sampleHealth } from '../../components/library/health.fixture';
import type { AuditRow } from '../../lib/core/audit';
import type { Article, ImportJob } from '../../lib/core/knowledge';
import { createMemoryEngine, type MemoryEngine } from '../support/memory-engine';

export const source = 'https://acme.zendesk.com';

const articles: Article[] = [
  ['When a parcel is lost', 'Refunds take five days. A parcel without news for ten days counts as lost.'],
  ['متى تُعاد الأموال', 'تُعاد الأموال خلال 5 أيام إلى بطاقة Visa نفسها. راجع https://acme.example/refunds.'],
  ['Return an order (for agents)', 'Refunds of more than 200 € go to the team lead.'],
].map(([title = '', text = ''], index) => ({
  id: `${source}#${index}`,
  source,
  title,
  text,
  labels: ['refunds', 'parcel'],
  isInternal: index === 2,
  url: `https://help.acme.com/${index}`,
}));

const job: ImportJob = {
  source,
  status: 'running',
  startedAt: '2026-11-20T08:00:00Z',
  done: 40,
  total: 120,
  cursor: null,
  articles: 30,
  macros: 10,
  problems: ['the title is missing'],
};

const hash = (seq: number) => seq.toString(16).padStart(64, 'a');
const rows: AuditRow[] = (
  [
    { kind: 'setting-changed', subject: 'ghostText', value: 'false' },
    {
      kind: 'silent',
      site: source,
      ticket: 'hash-of-4711',
      turn: 'b',
      silences: [
        { suggestion: 'reply', why: 'low-confidence', confidence: 0.41, threshold: 0.68 },
        { suggestion: 'next-step', why: 'no-playbook' },
      ],
    },
    {
      kind: 'shown',
      site: source,
      ticket: 'hash-of-4711',
      turn: 'b',
      suggestion: 'reply',
      sources: [`macro:${source}#7`, 'article:gone#1'],
      confidence: 0.82,
      threshold: 0.68,
      model: 'signals-en@3.0.0',
    },
  ] satisfies Partial<AuditRow>[]
).map((row, index) => ({
  ...row,
  seq: index + 1,
  at: `2026-11-01T09:0${index}:00Z`,
  previous: hash(index),
  hash: hash(index + 1),
}));

/** An engine with something in every list of the library. */
export async function createFilledEngine(): Promise<MemoryEngine> {
  const engine = createMemoryEngine();
  engine.articles.push(...articles);
  engine.macros.push(
    {
      id: `${source}#7`,
      source,
      title: 'Refund by card',
      text: 'Your money is on its way.',
      isNote: false,
      tags: ['refund'],
    },
    { id: `${source}#8`, source, title: 'Note for billing', text: 'Check the invoice.', isNote: true, tags: [] },
  );
  engine.jobs.set(source, job);
  Object.assign(engine.health, sampleHealth());
  await engine.savePlaybook({
    text: 'Parcel is late\nIntent: tech.bug\n1. Ask: for the order number\n2. Tell: the new date',
  });
  await engine.editIntents({
    kind: 'add',
    examples: [
      'money back please',
      'refund my money',
      'return the money',
      'give the money back',
      'my money refund',
    ].map((text) => ({ intent: 'Refunds', text })),
  });
  await engine.editIntents({
    kind: 'add',
    examples: ['lost my key', 'new key needed', 'key is broken', 'where is the key', 'refund my money'].map((text) => ({
      intent: 'Keys',
      text,
    })),
  });
  engine.questions.push('Where is my key?', 'How do I return a parcel?');
  Object.assign(engine.learnt, { choices: 12, lastHour: 3, latestAt: '2026-11-29T10:00:00Z' });
  const macro = (id: string, title: string | null) => ({ kind: 'macro' as const, id, title });
  engine.learnt.preferences = [
    {
      id: 'one',
      about: 'source',
      intent: 'refund.request',
      choices: 4,
      weight: 0.8,
      source: macro('x', 'Refund by card'),
      over: macro('y', 'خطوات الاسترداد'),
    },
    { id: 'two', about: 'source', intent: null, choices: 4, weight: -0.4, source: macro('z', null), over: null },
    { id: 'three', about: 'kind', kind: 'article', weight: 0.3, choices: 9 },
    { id: 'four', about: 'trait', trait: 'length', weight: -0.2, choices: 7 },
  ];
  engine.log.rows = rows;
  engine.log.verdict = {
    rows: 3,
    head: { seq: 3, hash: hash(3), count: 3 },
    from: '2026-11-01T09:00:00Z',
    to: '2026-11-01T09:02:00Z',
    firstBroken: null,
    breaks: 0,
  };
  return engine;
}

/** Past tickets as a helpdesk exports them. */
export const pastTickets = [
  {
    id: 41,
    subject: 'Refund',
    turns: [
      { role: 'customer', text: 'Where is my money? The refund of 49,90 € should be here.' },
      { role: 'agent', text: 'Hi Ana! Your money is on its way.' },
    ],
  },
  {
    id: 42,
    subject: 'Lamp',
    turns: [
      { role: 'customer', text: 'Your carrier wants a fee?' },
      { role: 'agent', text: 'Please send us a photo of the bill.' },
    ],
  },
];
