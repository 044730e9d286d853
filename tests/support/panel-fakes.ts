import type { Importer, ImportStatus, PanelDeps, PanelPage } from '../../components/panel/deps';
import { type MountedPanel, mountPanel } from '../../components/panel/mount';
import { createObservable, type Source } from '../../components/panel/observable';
import type { Engine, EngineState } from '../../lib/core/engine';
import type { Helpdesk, Reply } from '../../lib/core/helpdesk';
import { fail, ok, type Result } from '../../lib/core/result';
import { defaultSettings, type Settings } from '../../lib/core/settings';
import type { ConversationSignals, MessageSignals } from '../../lib/core/signals';
import type { Choice, RenderedMacro, Silence, Suggestion, Suggestions } from '../../lib/core/suggestion';
import { conversationKey, type Message, type Ticket } from '../../lib/core/ticket';
import { getPanelStrings } from '../../lib/strings/panel.strings';
import { modelCards } from './model-cards';
import { previewOf } from './privacy-fakes';

export const origin = 'https://acme.zendesk.com';

/** A ticket with one customer message for each text. */
export function ticketOf(texts: string[], more: Partial<Ticket> = {}): Ticket {
  return {
    id: '4711',
    helpdesk: 'zendesk',
    origin,
    subject: 'Where is my order?',
    channel: 'email',
    requester: { name: 'Ana Duarte', email: 'ana@example.com' },
    agent: { name: 'Sam' },
    tags: [],
    messages: texts.map((text, index): Message => ({ id: `m${index + 1}`, role: 'customer', text })),
    isComplete: true,
    composer: { target: 'public', format: 'rich', draft: '' },
    ...more,
  };
}

function signalsOf(messageId: string, more: Partial<MessageSignals> = {}): MessageSignals {
  return {
    messageId,
    language: { code: 'en', confidence: 0.99 },
    supported: true,
    sentiment: { label: 'negative', confidence: 0.91 },
    emotion: { label: 'frustration', confidence: 0.8 },
    urgency: { label: 'high', confidence: 0.77 },
    intents: [
      { label: 'delivery.late', confidence: 0.88 },
      { label: 'refund.request', confidence: 0.6 },
    ],
    flags: [{ label: 'churn', confidence: 0.83 }],
    ...more,
  };
}

const replyText = [
  'Hello Ana,',
  "I'm sorry that your order has not arrived yet. It left our warehouse on Monday and the carrier expects it tomorrow.\nIf it is not there by Friday, we send a new one at no cost.",
  'Kind regards\nSam',
].join('\n\n');

/** A reply draft with two sources, the first of three alternatives. */
export function replyOf(more: Partial<Extract<Suggestion, { kind: 'reply' }>> = {}): Suggestion {
  return {
    kind: 'reply',
    id: 'reply-1',
    confidence: 0.86,
    text: replyText,
    html: replyText
      .split('\n\n')
      .map((block) => `<p>${block}</p>`)
      .join(''),
    sentences: [
      { text: 'Hello Ana,', source: null },
      { text: "I'm sorry that your order has not arrived yet.", source: 0 },
      { text: 'It left our warehouse on Monday and the carrier expects it tomorrow.', source: 0 },
      { text: 'If it is not there by Friday, we send a new one at no cost.', source: 1 },
      { text: 'Kind regards\nSam', source: null },
    ],
    language: 'en',
    alternative: { index: 0, count: 3 },
    sources: [
      {
        kind: 'macro',
        id: 'macro#1',
        title: 'Late delivery: apology and date',
        quote: "I'm sorry that your order has not arrived yet. It left our warehouse on {{date}}.",
        start: 0,
        end: 80,
      },
      {
        kind: 'article',
        id: 'article#7',
        title: 'When a parcel is lost',
        quote: 'If a parcel is not delivered within five working days, a replacement is sent free of charge.',
        start: 120,
        end: 210,
        url: 'https://help.example.com/articles/7',
      },
    ],
    ...more,
  };
}

const passage =
  'Deliveries take two to four working days. If a parcel is not delivered within five working days, a replacement is sent free of charge. The carrier is informed by us.';

const otherSuggestions: Suggestion[] = [
  {
    kind: 'article',
    id: 'article-1',
    confidence: 0.72,
    articleId: 'article#7',
    title: 'When a parcel is lost',
    passage,
    highlight: { start: passage.indexOf('If a parcel'), end: passage.indexOf(' The carrier') },
    isInternal: false,
    sources: [
      {
        kind: 'article',
        id: 'article#7',
        title: 'When a parcel is lost',
        quote: '',
        start: 0,
        end: 0,
        url: 'https://help.example.com/articles/7',
      },
    ],
  },
  {
    kind: 'next-step',
    id: 'next-1',
    confidence: 0.7,
    playbook: { id: 'p1', title: 'Late delivery' },
    steps: [
      { id: 's1', text: 'Ask for the order number', kind: 'ask', done: true, evidence: 'My order FW-20381 is' },
      { id: 's2', text: 'Check the tracking status', kind: 'verify', done: false },
      {
        id: 's3',
        text: 'Tell the customer the new date',
        kind: 'tell',
        done: false,
        say: 'It will be with you on Friday.',
      },
    ],
    step: 's2',
    sources: [],
  },
  {
    kind: 'routing',
    id: 'routing-1',
    confidence: 0.8,
    team: 'Carrier desk',
    priority: 'high',
    tags: ['late-parcel'],
    macro: { id: 'macro#1', title: 'Parcel is late' },
    reasons: [
      { of: 'team', by: 'playbook', title: 'Late delivery' },
      { of: 'priority', by: 'urgency', label: 'high' },
      { of: 'tags', by: 'macro', title: 'Parcel is late' },
      { of: 'macro', by: 'macro', title: 'Parcel is late' },
    ],
    sources: [],
  },
  {
    kind: 'similar-ticket',
    id: 'similar-1',
    confidence: 0.61,
    ticketId: '4102',
    origin,
    subject: 'Parcel has not moved for a week',
    seenAt: '2026-11-03T10:00:00.000Z',
    reply: 'We have asked the carrier and will send a new one if it does not turn up by Thursday.',
    sources: [],
  },
];

const readyState: EngineState = {
  model: {
    status: 'ready',
    progress: 1,
    modelId: 'deskside',
    version: '1',
    threads: 2,
    memoryBytes: null,
    coldStartMs: 700,
  },
  knowledge: {
    articles: 3,
    macros: 4,
    playbooks: 1,
    passages: 12,
    pastTickets: 0,
    unread: 0,
    sources: [{ source: origin, articles: 3, macros: 4, job: null }],
  },
  storageBytes: null,
  quotaBytes: null,
};

/** A small engine whose answers can be set; it remembers what it was asked. */
type FakeEngine = Engine & {
  answers: {
    message: Partial<MessageSignals>;
    trend: ConversationSignals['trend'];
    team: NonNullable<ConversationSignals['team']> | null;
    items: (alternative: number, rendered?: RenderedMacro) => Suggestion[];
    silent: Silence[];
    state: EngineState;
    /** A failure to answer every question with. */
    failure: Result<never> | null;
    /** What an answer waits for. */
    wait: (call: 'readSignals' | 'suggest', ticket: Ticket) => Promise<unknown>;
  };
  calls: string[];
  choices: Choice[];
};

function signalsFor(engine: FakeEngine, ticket: Ticket, scope: 'latest' | 'all'): ConversationSignals {
  const customers = ticket.messages.filter((message) => message.role === 'customer');
  const asked = scope === 'all' ? customers : customers.slice(-1);
  const messages = asked.map((message, index) =>
    signalsOf(
      message.id,
      index < asked.length - 1 ? { sentiment: { label: 'neutral', confidence: 0.7 } } : engine.answers.message,
    ),
  );
  return {
    key: conversationKey(ticket),
    messages,
    current: messages.at(-1) ?? null,
    team: engine.answers.team,
    trend: engine.answers.trend,
    resolved: false,
    tookMs: 5,
  };
}

function createFakeEngine(): FakeEngine {
  const engine: Pick<
    FakeEngine,
    | 'answers'
    | 'calls'
    | 'choices'
    | 'readSignals'
    | 'suggest'
    | 'recordChoice'
    | 'state'
    | 'modelCards'
    | 'previewRedaction'
  > = {
    answers: {
      message: {},
      trend: 'worsening',
      team: null,
      items: () => [replyOf(), ...otherSuggestions],
      silent: [],
      state: readyState,
      failure: null,
      wait: () => Promise.resolve(),
    },
    calls: [],
    choices: [],
    async readSignals({ ticket, scope }) {
      engine.calls.push(`signals ${scope} ${ticket.messages.length}`);
      await engine.answers.wait('readSignals', ticket);
      return engine.answers.failure ?? ok(signalsFor(engine as FakeEngine, ticket, scope));
    },
    async suggest({ ticket, alternative, rendered }) {
      engine.calls.push(`suggest ${ticket.messages.length} ${alternative}`);
      const { items, silent } = engine.answers;
      await engine.answers.wait('suggest', ticket);
      const answer: Suggestions = {
        key: conversationKey(ticket),
        items: items(alternative, rendered),
        silent,
        tookMs: 9,
      };
      return engine.answers.failure ?? ok(answer);
    },
    async recordChoice(choice) {
      engine.choices.push(choice);
      return ok(null);
    },
    modelCards: async () => ok(modelCards),
    async previewRedaction({ ticket }) {
      engine.calls.push('preview');
      return engine.answers.failure ?? ok(previewOf(ticket.messages.at(-1)?.text ?? ''));
    },
    async state() {
      return engine.answers.failure ?? ok(engine.answers.state);
    },
  };
  return engine as FakeEngine;
}

/** A helpdesk whose composer is a real contenteditable on the page. */
type FakeHelpdesk = Helpdesk & {
  element: HTMLElement;
  target: 'public' | 'note' | 'closed';
  route: 'paste' | 'clipboard';
  composed: Reply[];
  refusal: Result<never> | null;
  /** What an insertion waits for before it is checked. */
  held: Promise<void> | null;
};

function createFakeHelpdesk(element: HTMLElement): FakeHelpdesk {
  const desk: FakeHelpdesk = {
    id: 'zendesk',
    name: 'Zendesk',
    matches: [],
    element,
    target: 'public',
    route: 'paste',
    composed: [],
    refusal: null,
    held: null,
    watch() {},
    async compose(reply) {
      if (desk.refusal) return desk.refusal;
      desk.composed.push(reply);
      if (desk.route === 'paste') element.textContent = reply.text;
      await desk.held;
      return ok({ route: desk.route });
    },
    composer: () =>
      desk.target === 'closed'
        ? undefined
        : { element, state: { target: desk.target, format: 'rich', draft: element.textContent ?? '' } },
    health: () => [],
  };
  return desk;
}

export type Stage = {
  engine: FakeEngine;
  helpdesk: FakeHelpdesk;
  page: Source<PanelPage>;
  settings: Source<Settings>;
  importer: Source<ImportStatus> & Importer & { asked: string[] };
  panel: MountedPanel;
  shadow: ShadowRoot;
  /** The panel's root with its data attributes. */
  root: HTMLElement;
  opened: string[];
  /** Files given to the agent. */
  downloads: { name: string; text: string }[];
  orphan(): void;
};

function createFakeImporter(): Stage['importer'] {
  const source = createObservable<ImportStatus>({ phase: 'idle', done: 0, total: null, articles: 0, macros: 0 });
  const asked: string[] = [];
  return { ...source, asked, start: () => void asked.push('start'), cancel: () => void asked.push('cancel') };
}

/**
 * Puts a page with a composer and a mounted panel in a shadow root on the document; `prepare` sets what is there at the start.
 * `canImport`: whether the helpdesk's knowledge can be read from it.
 */
export function stagePanel(
  prepare: (stage: Pick<Stage, 'engine' | 'helpdesk' | 'page' | 'settings' | 'importer'>) => void = () => {},
  { canImport = true } = {},
): Stage {
  const main = document.createElement('main');
  main.innerHTML =
    '<div id="composer" contenteditable="true" role="textbox" aria-label="Reply" style="position:fixed;left:20px;bottom:20px;width:420px;height:180px;padding:8px;overflow:auto;font:14px/20px sans-serif"></div>';
  const host = document.createElement('deskside-panel');
  document.body.replaceChildren(main, host);
  const shadow = host.attachShadow({ mode: 'open' });
  for (const style of document.head.querySelectorAll('style')) shadow.append(style.cloneNode(true));
  const container = document.createElement('div');
  shadow.append(container);
  let isOrphaned = false;
  const opened: string[] = [];
  const downloads: Stage['downloads'] = [];
  const settings = createObservable<Settings>({ ...structuredClone(defaultSettings), language: 'en', theme: 'light' });
  const stage = {
    engine: createFakeEngine(),
    helpdesk: createFakeHelpdesk(main.querySelector<HTMLElement>('#composer') as HTMLElement),
    page: createObservable<PanelPage>({
      state: 'ticket',
      ticket: ticketOf(['My order FW-20381 is late. I want it now.']),
    }),
    settings,
    importer: createFakeImporter(),
  };
  prepare(stage);
  const deps: PanelDeps = {
    engine: stage.engine,
    helpdesk: stage.helpdesk,
    origin,
    pageState: stage.page,
    settings,
    getStrings: getPanelStrings,
    writeSetting: async (key, value) => settings.set({ ...settings.get(), [key]: value }),
    download: (name, text) => void downloads.push({ name, text }),
    ticks: new Map(),
    openPage: (name) => void opened.push(name),
    ...(canImport ? { importer: stage.importer } : {}),
    isOrphaned: () => isOrphaned,
  };
  const panel = mountPanel(container, deps);
  return {
    ...stage,
    panel,
    shadow,
    root: container.firstElementChild as HTMLElement,
    opened,
    downloads,
    orphan: () => {
      isOrphaned = true;
      window.dispatchEvent(new Event('focus'));
    },
  };
}

export { fail };
