import type { ImportStatus } from '../../components/panel/deps';
import { type AfterSuggestion, afterKinds, type Suggestion } from '../../lib/core/suggestion';
import { cutMark } from '../../lib/core/ticket';
import { getPanelStrings } from '../../lib/strings/panel.strings';
import type { PanelText } from '../../lib/strings/panel-text.en';
import { fail, origin, replyOf, type Stage, stagePanel, ticketOf } from '../support/panel-fakes';
import { click } from './hands';
import type { Mode } from './modes';
import { appears, type State } from './state';

type Prepare = NonNullable<Parameters<typeof stagePanel>[0]>;
type Part = { stage: Stage; text: PanelText; button(name: string): Promise<HTMLElement> };

/** A state of the panel: `words` of the interface that tell that it is there, after `act`. */
function state(
  name: string,
  words: (text: PanelText) => string,
  prepare: Prepare = () => {},
  act: (part: Part) => Promise<unknown> = async () => {},
): State {
  return {
    name,
    async show(mode: Mode) {
      const text = getPanelStrings(mode.language);
      const stage = stagePanel((prepared) => {
        const { theme, language } = mode;
        // Tab takes grey text that is offered; that is looked at in a state of its own.
        prepared.settings.set({ ...prepared.settings.get(), theme, language, ghostText: false });
        prepare(prepared);
      });
      document.documentElement.lang = 'en';
      document.title = 'A ticket';
      document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<h1>4711</h1>');
      const shown = () =>
        [stage.root.textContent, ...[...stage.root.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel)].join(
          ' ',
        );
      const button = (label: string) =>
        appears(`the button ${label}`, () =>
          [...stage.root.querySelectorAll<HTMLElement>('button, summary')].find((one) =>
            (one.ariaLabel ?? one.textContent)?.includes(label),
          ),
        );
      await act({ stage, text, button });
      await appears(words(text), () => shown().includes(words(text)));
      return () => stage.panel.unmount();
    },
  };
}

const press = (element: HTMLElement) => click(element);
const empty: Prepare = ({ engine }) => {
  engine.answers.items = () => [];
  engine.answers.silent = [{ kind: 'reply', why: 'no-knowledge' }];
  const { state } = engine.answers;
  engine.answers.state = { ...state, knowledge: { ...state.knowledge, sources: [] } };
};
const importing =
  (more: Partial<ImportStatus>): Prepare =>
  (prepared) => {
    empty(prepared);
    prepared.importer.set({ ...prepared.importer.get(), ...more });
  };
const model =
  (more: Partial<Stage['engine']['answers']['state']['model']>): Prepare =>
  ({ engine }) => {
    const { state } = engine.answers;
    engine.answers.state = { ...state, model: { ...state.model, ...more } };
  };
const waitsForEver: Prepare = ({ engine }) => {
  engine.answers.wait = () => new Promise(() => {});
};
const after: AfterSuggestion[] = afterKinds.map((kind) => ({
  kind,
  id: `after-${kind}`,
  confidence: 1,
  sources: [],
  target: kind === 'summary' || kind === 'follow-up' ? 'note' : 'public',
  text: 'Thank you, Ana. I close this ticket; answer here if order FW-20381 needs us again.',
  html: '<p>Thank you, Ana.</p>',
  language: 'en',
}));
const noSignals = (absent: 'language-unsupported' | 'language-unsure', code: string): Prepare => {
  return ({ engine }) => {
    const none = { sentiment: null, emotion: null, urgency: null, intents: [], flags: [] };
    engine.answers.message = { ...none, supported: false, absent, language: { code, confidence: 0.6 } };
    engine.answers.items = () => [];
    engine.answers.silent = [{ kind: 'reply', why: 'language-unsupported' }];
  };
};
const second = (): Suggestion => replyOf({ id: 'reply-2', alternative: { index: 1, count: 3 } });
const arabic =
  'مرحباً آنا،\n\nيؤسفنا أن الطلب FW-20381 لم يصل بعد. رقم المتابعة 1Z 999 AA1 وموقعها https://track.example/FW-20381.\n\nمع التحية\nسام';

/** Every state of the panel. */
export const panelStates: State[] = [
  state(
    'no ticket is open',
    ({ states }) => states.waitingTitle,
    ({ page }) => page.set({ state: 'waiting' }),
  ),
  state(
    'a page that is not supported',
    ({ states }) => states.unsupportedTitle,
    ({ page }) => page.set({ state: 'unsupported' }),
  ),
  state(
    'a broken layout',
    ({ states }) => states.saveLayout,
    ({ page, helpdesk }) => {
      page.set({ state: 'broken', missing: ['conversation log', 'composer'] });
      helpdesk.reportLayout = () => ({
        format: 'deskside-layout',
        version: 1,
        helpdesk: 'zendesk',
        path: '/',
        missing: [],
        landmarks: {},
        counts: { elements: 1, shown: 1, shadowRoots: 0, frames: 0 },
        isCut: false,
        page: { tag: 'html' },
      });
    },
  ),
  state(
    'off on this site',
    ({ states }) => states.turnOn,
    ({ settings }) => settings.set({ ...settings.get(), sitesOff: [origin] }),
  ),
  state(
    'paused',
    ({ states }) => states.resume,
    ({ settings }) => settings.set({ ...settings.get(), pausedUntil: Date.now() + 600_000 }),
  ),
  state(
    'the extension is gone',
    ({ states }) => states.reloadTitle,
    undefined,
    async ({ stage }) => stage.orphan(),
  ),
  state(
    'models are loading',
    ({ states }) => states.loadingTitle,
    (prepared) => {
      waitsForEver(prepared);
      model({ status: 'loading', progress: 0.4 })(prepared);
    },
  ),
  state('looking for a reply', ({ reply }) => reply.looking, waitsForEver),
  state('a ticket with everything', ({ similar }) => similar.heading),
  state(
    'signals and trend of three messages',
    ({ reply }) => reply.heading,
    ({ page, engine }) => {
      page.set({ state: 'ticket', ticket: ticketOf(['Hi', 'And?', 'Hello?!']) });
      engine.answers.team = { label: 'مواعيد Larkleaf', confidence: 0.84 };
    },
  ),
  state(
    'an Arabic reply',
    () => 'مع التحية',
    ({ engine }) => {
      engine.answers.items = () => [
        replyOf({ text: arabic, language: 'ar', sentences: [{ text: arabic, source: 0 }] }),
      ];
    },
  ),
  state(
    'another alternative',
    ({ reply }) => reply.position(2, 3),
    ({ engine }) => {
      engine.answers.items = (alternative) => [alternative === 0 ? replyOf() : second()];
    },
    async ({ button, text }) => press(await button(text.reply.position(1, 3))),
  ),
  state(
    'another style',
    ({ reply }) => reply.style.shorter,
    ({ engine }) => {
      engine.answers.items = () => [replyOf({ style: 'shorter' })];
    },
  ),
  state(
    'the reply is being edited',
    ({ reply }) => reply.insertEdited,
    undefined,
    async ({ button, text }) => press(await button(text.reply.edit)),
  ),
  state(
    'the reply was inserted',
    ({ toast }) => toast.inserted,
    undefined,
    async ({ button, text }) => press(await button(text.reply.insert)),
  ),
  state(
    'the reply was dismissed',
    ({ reply }) => reply.dismissed,
    undefined,
    async ({ button, text }) => press(await button(text.reply.dismiss)),
  ),
  state(
    'an internal note is open',
    ({ noteOpen }) => noteOpen,
    ({ engine, page }) => {
      const composer = { target: 'note', format: 'rich', draft: '' } as const;
      page.set({ state: 'ticket', ticket: ticketOf(['Late!'], { composer }) });
      engine.answers.items = () => [replyOf({ confidence: 0.4 })];
    },
  ),
  state(
    'notes on a draft',
    ({ reply }) => reply.unanswered,
    ({ engine }) => {
      const past = { lastAt: '2026-11-03T10:00:00.000Z', tickets: 7, solved: 5 };
      const unanswered = ['Can I return order FW-20381?', 'متى يصل الطلب؟'];
      engine.answers.items = () => [replyOf({ unanswered, customerLanguage: 'ar', past })];
    },
  ),
  state(
    'silent, with reasons',
    ({ silent }) => silent.title,
    ({ engine }) => {
      engine.answers.items = () => [];
      engine.answers.silent = [
        { kind: 'reply', why: 'low-confidence', confidence: 0.41 },
        { kind: 'article', why: 'low-confidence', confidence: 0.2 },
        { kind: 'next-step', why: 'no-playbook' },
        { kind: 'similar-ticket', why: 'no-memory' },
      ];
    },
  ),
  state(
    'after the answer',
    ({ after: text }) => text.insertNote,
    ({ engine }) => {
      engine.answers.items = () => after;
      engine.answers.silent = [{ kind: 'reply', why: 'no-open-turn' }];
    },
  ),
  state(
    'a language that is not supported',
    ({ signals }) => signals.unsupported('').trim().slice(-20),
    noSignals('language-unsupported', 'th'),
  ),
  state('a language that is unsure', ({ signals }) => signals.languageUnsure, noSignals('language-unsure', 'da')),
  state(
    'a message that was cut',
    ({ states }) => states.messageCut,
    ({ page }) => page.set({ state: 'ticket', ticket: ticketOf(['Hi', `${'log '.repeat(30_000)}${cutMark}`]) }),
  ),
  state(
    'the engine failed',
    ({ states }) => states.errorTitle,
    ({ engine }) => {
      engine.answers.failure = fail('engine-error', 'the model did not answer in time');
    },
  ),
  state(
    'a model file is damaged',
    ({ states }) => states.refusedTitle['file-damaged'],
    model({ status: 'failed', failure: 'file-damaged' }),
  ),
  state(
    'the models failed their test',
    ({ states }) => states.refusedTitle['self-test'],
    model({ status: 'failed', failure: 'self-test' }),
  ),
  state('an empty library', ({ knowledge }) => knowledge.start, empty),
  state('an import runs', ({ knowledge }) => knowledge.running, importing({ phase: 'running', done: 20, total: 80 })),
  state(
    'an import is paused',
    ({ knowledge }) => knowledge.resume,
    importing({ phase: 'paused', done: 20, total: 80 }),
  ),
  state(
    'an import failed',
    ({ knowledge }) => knowledge.failed,
    importing({ phase: 'failed', message: 'Too many requests.', retryAt: Date.now() + 90_000 }),
  ),
  state(
    'an import is done, with problems',
    ({ knowledge }) => knowledge.doneHeading,
    importing({ phase: 'running' }),
    async ({ stage, text }) => {
      const { answers } = stage.engine;
      await appears('the import', () => stage.root.textContent?.includes(text.knowledge.running));
      const sources = [{ source: origin, articles: 30, macros: 12, job: null }];
      answers.state = { ...answers.state, knowledge: { ...answers.state.knowledge, sources } };
      const problems = ['what was read was damaged'];
      stage.importer.set({ ...stage.importer.get(), phase: 'done', done: 42, articles: 30, macros: 12, problems });
    },
  ),
  state(
    'cards of the models',
    ({ modelCard }) => modelCard.reproduce,
    undefined,
    async ({ button, text }) => press(await button(text.modelCard.open)),
  ),
  state(
    'what would be kept',
    ({ kept }) => kept.hide,
    ({ page }) => page.set({ state: 'ticket', ticket: ticketOf(['Write to ana@mail.example please']) }),
    async ({ button, text }) => press(await button(text.kept.show)),
  ),
  state(
    'the panel is closed',
    ({ open }) => open,
    ({ settings }) => settings.set({ ...settings.get(), panelOpen: false }),
  ),
  {
    ...state(
      'grey text in the composer',
      ({ ghost }) => ghost.available,
      ({ settings }) => settings.set({ ...settings.get(), ghostText: true }),
      async ({ stage }) => {
        await appears('the draft', () => stage.root.dataset.suggestionKey);
        stage.helpdesk.element.focus();
        await appears('the grey text', () => stage.root.querySelector('[data-ghost]'));
      },
    ),
    freeTab: 'Escape',
  },
];
