import { createRoot } from 'react-dom/client';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LibraryDeps } from '../../components/library/deps';
import { Library } from '../../components/library/Library';
import { PageRoot } from '../../components/page/PageRoot';
import type { PopupDeps, Site } from '../../components/popup/deps';
import { Popup } from '../../components/popup/Popup';
import { Practice } from '../../components/practice/Practice';
import { createQueryClient } from '../../components/query-client';
import { verifyLogFile } from '../../entrypoints/library/log-reader';
import { fail, ok } from '../../lib/core/result';
import type { AddedSite } from '../../lib/core/settings';
import { writeSetting } from '../../lib/storage/settings';
import { getStrings, type Strings } from '../../lib/strings';
import { createMemoryEngine, type MemoryEngine } from '../support/memory-engine';
import { readFile } from '../support/read-file';
import { createSiteActions } from '../support/site-fakes';
import { createFilledEngine, pastTickets, source } from './filled';
import { click, fill, press as pressKey, upload } from './hands';
import { allElements, isShown } from './look';
import type { Mode } from './modes';
import { appears, type State } from './state';

type Acting = { strings: Strings; engine: MemoryEngine; press(name: string): Promise<void> };
type Part = {
  size: 'narrow' | 'wide';
  content: (engine: MemoryEngine) => React.ReactNode;
  engine?: () => MemoryEngine | Promise<MemoryEngine>;
  policy?: Record<string, unknown>;
  before?: () => Promise<unknown>;
  act?: (acting: Acting) => Promise<unknown>;
};

/** Presses the control of that name; what is longer than the name begins with it. */
async function press(name: string): Promise<void> {
  const roles =
    'button, summary, label, [role="tab"], [role="radio"], [role="switch"], [role="combobox"], [role="option"]';
  const element = await appears(`a control named ${name}`, () =>
    allElements(document).find((one) => {
      if (!one.matches(roles) || !isShown(one)) return false;
      const labels = one
        .getAttribute('aria-labelledby')
        ?.split(' ')
        .map((id) => document.getElementById(id)?.textContent);
      const words = one.getAttribute('aria-label') ?? labels?.join(' ') ?? one.textContent ?? '';
      return words.trim().startsWith(name);
    }),
  );
  await click(element);
}

function pageState(name: string, part: Part): State {
  return {
    name,
    async show({ language, theme }: Mode) {
      fakeBrowser.reset();
      location.hash = '';
      document.body.replaceChildren();
      await writeSetting('language', language);
      await writeSetting('theme', theme);
      if (part.policy) await fakeBrowser.storage.managed.set(part.policy);
      await part.before?.();
      const engine = (await part.engine?.()) ?? createMemoryEngine();
      const container = document.createElement('div');
      document.body.append(container);
      const root = createRoot(container);
      root.render(
        <PageRoot client={createQueryClient()} engine={engine} title={() => 'Deskside'} size={part.size}>
          {part.content(engine)}
        </PageRoot>,
      );
      await appears('the page', () => container.querySelector('main'));
      await part.act?.({ strings: getStrings(language), engine, press });
      return () => {
        root.unmount();
        const html = document.documentElement;
        for (const name of Object.keys(html.dataset)) delete html.dataset[name];
        html.dir = '';
      };
    },
  };
}

const zendesk: Site = { origin: source, host: 'acme.zendesk.com', desk: 'zendesk' };
const help: Site = { origin: 'https://help.acme.example', host: 'help.acme.example', desk: null };
const tabs = { list: async () => [{ id: 7, origin: source }], importKnowledge: async () => ok(null) };

function popupDeps(site: Site | null, more: Partial<PopupDeps> = {}): PopupDeps {
  return {
    readSite: async () => site,
    sites: createSiteActions([]),
    pageInFront: {
      describe: async () => ({ id: 'zammad', name: 'Zammad' }),
      reportLayout: async () => null,
      teach() {},
    },
    readCommands: async () => [
      { name: 'toggle-panel', description: '', shortcut: 'Alt+Shift+D' },
      { name: 'insert-reply', description: '', shortcut: '' },
    ],
    openShortcutPage() {},
    openPage() {},
    download() {},
    tabs,
    version: '1.2.3',
    ...more,
  };
}
const popup = (site: Site | null = zendesk) => ({
  size: 'narrow' as const,
  engine: createFilledEngine,
  content: () => <Popup deps={popupDeps(site)} />,
});

const libraryDeps: LibraryDeps = {
  tabs,
  sites: createSiteActions([]),
  openPage() {},
  readFile,
  importInPieces: async () => null,
  verifyAuditFile: verifyLogFile,
  download() {},
  packArchive: async (json) => new TextEncoder().encode(json),
  downloadArchive() {},
  forgetTicks: async () => 0,
  print() {},
};
const library = { size: 'wide' as const, engine: createFilledEngine, content: () => <Library deps={libraryDeps} /> };
const emptyLibrary = { ...library, engine: createMemoryEngine };

const added: AddedSite = { origin: help.origin, type: 'taught', taught: '{"format":1}', isAllowed: true };
const locked = {
  ghostText: false,
  kinds: { reply: true },
  tone: 'warm',
  signature: 'Yours',
  shortcuts: { insertReply: 'Alt+Shift+I' },
  rememberTickets: false,
  learnFromChoices: false,
  auditDays: 90,
  auditLog: true,
  knowledge: [],
  speed: 11,
};
const tabOf =
  (name: keyof Strings['library']['tabs'], then?: Part['act']): NonNullable<Part['act']> =>
  async (acting) => {
    await acting.press(acting.strings.library.tabs[name]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await then?.(acting);
  };
const popupTab =
  (name: keyof Strings['popup']['tabs'], then?: Part['act']): NonNullable<Part['act']> =>
  async (acting) => {
    await acting.press(acting.strings.popup.tabs[name]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await then?.(acting);
  };
const broken = () => {
  const engine = createMemoryEngine();
  engine.failure = fail('engine-error', 'the model did not answer in time');
  return engine;
};
const loadPast = () => upload('past.json', JSON.stringify(pastTickets));
const searchField = () => document.querySelector<HTMLInputElement>('input[type=search]');

export const popupStates: State[] = [
  pageState('what to show', popup()),
  pageState('not a helpdesk', popup(null)),
  pageState('a page that can be added', popup(help)),
  pageState('an added helpdesk', { ...popup(help), before: () => writeSetting('addedSites', [added]) }),
  pageState('an added helpdesk that is not allowed any more', {
    ...popup(help),
    before: () => writeSetting('addedSites', [{ ...added, isAllowed: false }]),
  }),
  pageState('paused', { ...popup(), before: () => writeSetting('pausedUntil', -1) }),
  pageState('the line about AI assistance', { ...popup(), before: () => writeSetting('aiNotice', true) }),
  pageState('shortcuts', { ...popup(), act: popupTab('shortcuts') }),
  pageState('keys are being chosen', {
    ...popup(),
    act: popupTab('shortcuts', async ({ press, strings }) => {
      await press(strings.popup.shortcuts.names.insertReply);
      await pressKey('Shift+K');
    }),
  }),
  pageState('interface', { ...popup(), act: popupTab('interface') }),
  pageState('languages to choose from', {
    ...popup(),
    act: popupTab('interface', ({ press, strings }) => press(strings.popup.interface.language)),
  }),
  pageState('data', { ...popup(), act: popupTab('data') }),
  pageState('everything is about to be deleted', {
    ...popup(),
    act: popupTab('data', ({ press, strings }) => press(strings.popup.data.deleteAll)),
  }),
  pageState('cards of the models', {
    ...popup(),
    act: popupTab('data', ({ press, strings }) => press(strings.panel.modelCard.openModels)),
  }),
  pageState('the engine failed', { ...popup(), engine: broken, act: popupTab('data') }),
  pageState('set by the organisation', { ...popup(), policy: locked }),
  pageState('shortcuts set by the organisation', { ...popup(), policy: locked, act: popupTab('shortcuts') }),
  pageState('data set by the organisation', { ...popup(), policy: locked, act: popupTab('data') }),
];

export const libraryStates: State[] = [
  ...(['articles', 'macros', 'playbooks', 'intents'] as const).flatMap((tab) => [
    pageState(`${tab}, none`, { ...emptyLibrary, act: tabOf(tab) }),
    pageState(`${tab}, one open`, {
      ...library,
      act: tabOf(tab, async () => {
        const entry = await appears('an entry', () => document.querySelector<HTMLElement>('ul[aria-label] li button'));
        await click(entry);
      }),
    }),
  ]),
  pageState('a new playbook', {
    ...library,
    act: tabOf('playbooks', ({ press, strings }) => press(strings.library.playbooks.add)),
  }),
  pageState('an entry is about to be deleted', {
    ...library,
    act: tabOf('articles', async ({ press, strings }) => {
      await press('When a parcel is lost');
      await press(strings.library.list.remove);
    }),
  }),
  pageState('sources, none', { ...emptyLibrary, act: tabOf('sources') }),
  pageState('sources', {
    ...library,
    before: () => writeSetting('addedSites', [added, { ...added, origin: 'http://desk.local:8080', isAllowed: false }]),
    act: tabOf('sources', async () => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    }),
  }),
  pageState('a source is about to be removed', {
    ...library,
    act: tabOf('sources', ({ press, strings }) => press(strings.library.sources.removeFrom('acme.zendesk.com'))),
  }),
  pageState('search', {
    ...library,
    act: tabOf('search', async ({ strings }) => {
      fill(await appears('the field', searchField), 'refunds');
      await appears('a hit', () => document.querySelector('article, mark') && strings);
    }),
  }),
  pageState('search, nothing found', {
    ...library,
    act: tabOf('search', async ({ strings }) => {
      fill(await appears('the field', searchField), 'zebra');
      await appears('no hit', () => document.body.textContent?.includes(strings.library.search.noneTitle));
    }),
  }),
  pageState('health, not checked', { ...emptyLibrary, act: tabOf('health') }),
  pageState('health', { ...library, act: tabOf('health') }),
  pageState('learnt, nothing', { ...emptyLibrary, act: tabOf('learning') }),
  pageState('learnt', { ...library, act: tabOf('learning') }),
  pageState('everything learnt is about to be forgotten', {
    ...library,
    act: tabOf('learning', ({ press, strings }) => press(strings.library.learning.forgetAll)),
  }),
  pageState('replay, nothing loaded', { ...library, act: tabOf('replay') }),
  pageState('replay', {
    ...library,
    act: tabOf('replay', async () => {
      await loadPast();
      await appears('an answer', () => document.querySelector('article'));
    }),
  }),
  pageState('replay with other settings', {
    ...library,
    act: tabOf('replay', async ({ press, strings }) => {
      await loadPast();
      await appears('an answer', () => document.querySelector('article'));
      await press(strings.library.replay.settings);
      await press(strings.popup.reply.tones.warm);
      await press(strings.library.replay.compare);
      await appears('the comparison', () => document.body.textContent?.includes(strings.library.replay.changed));
    }),
  }),
  pageState('log, nothing', { ...emptyLibrary, act: tabOf('audit') }),
  pageState('log', {
    ...library,
    act: tabOf('audit', async () => {
      await appears('rows', () => document.querySelector('[data-seq]'));
      for (const one of document.querySelectorAll('details')) one.open = true;
    }),
  }),
  pageState('log, set by the organisation', { ...library, policy: locked, act: tabOf('audit') }),
  pageState('privacy', { ...library, act: tabOf('privacy') }),
  pageState('a person is about to be deleted', {
    ...library,
    act: tabOf('privacy', async ({ press, strings }) => {
      const text = strings.library.privacy;
      fill(await appears('the field', () => document.querySelector<HTMLInputElement>('form input')), '4711');
      await press(text.find);
      await press(text.remove);
    }),
  }),
  pageState('privacy, set by the organisation', { ...library, policy: locked, act: tabOf('privacy') }),
  pageState('sources, set by the organisation', { ...library, policy: locked, act: tabOf('sources') }),
  pageState('learnt, set by the organisation', { ...library, policy: locked, act: tabOf('learning') }),
  ...(['articles', 'health', 'audit', 'privacy'] as const).map((tab) =>
    pageState(`${tab}, the engine failed`, { ...library, engine: broken, act: tabOf(tab) }),
  ),
];

const practice: Part = {
  size: 'wide',
  content: () => (
    <Practice
      deps={{
        origin: 'chrome-extension://abcdefgh',
        openPage() {},
        onCommand: () => () => {},
        isOrphaned: () => false,
      }}
    />
  ),
  // Tab would take grey text that is offered.
  before: () => Promise.all([writeSetting('rememberTickets', true), writeSetting('ghostText', false)]),
};
const writes = async ({ press, strings }: Acting) => {
  const open = document.querySelector('[data-deskside] [data-deskside]');
  if (open) await appears('the panel', () => open.textContent);
  await press(strings.practice.customer.writes('My parcel was supposed'));
  await appears('a suggestion', () => document.querySelector('[data-suggestion-key]'));
};

export const practiceStates: State[] = [
  pageState('at the start', practice),
  pageState('a customer has written', { ...practice, act: writes }),
  pageState('an internal note is open', {
    ...practice,
    act: async (acting) => {
      await writes(acting);
      await acting.press(acting.strings.practice.composer.note);
    },
  }),
];
