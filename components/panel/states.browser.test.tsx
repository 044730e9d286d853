import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { fail, origin, replyOf, type Stage, stagePanel } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

const text = () => stage.root.textContent ?? '';
const shows = (words: string | RegExp) => expect.poll(text).toMatch(words);
const button = (name: string | RegExp) => page.elementLocator(stage.root).getByRole('button', { name });
const change = (more: Parameters<Stage['settings']['set']>[0] extends infer S ? Partial<S> : never) =>
  stage.settings.set({ ...stage.settings.get(), ...more });

describe('states without a ticket', () => {
  it('waits on a page without a ticket', async () => {
    stage = stagePanel(({ page }) => page.set({ state: 'waiting' }));
    await shows('Open a ticket');
    expect(stage.root.dataset.state).toBe('waiting');
    expect(stage.engine.calls).toEqual([]);
  });

  it('says that a page is not supported', async () => {
    stage = stagePanel(({ page }) => page.set({ state: 'unsupported' }));
    await shows('Not a page Deskside knows');
  });

  it('names the landmarks that are missing', async () => {
    stage = stagePanel(({ page }) => page.set({ state: 'broken', missing: ['conversation', 'composer'] }));
    await shows(/Not found:\s*conversation\s*composer/);
    stage.page.set({ state: 'broken', missing: ['composer'] });
    await expect.poll(text).not.toContain('conversation');
  });

  it('names them in the language of the interface', async () => {
    stage = stagePanel(({ page, settings }) => {
      settings.set({ ...settings.get(), language: 'de' });
      page.set({ state: 'broken', missing: ['conversation log', 'channel switcher'] });
    });
    await shows(/Nicht gefunden:\s*Verlauf des Gesprächs\s*Umschalter des Kanals/);
  });

  it('saves a report of a broken layout, which is all that is done with it', async () => {
    const layout = {
      format: 'deskside-layout' as const,
      version: 1 as const,
      helpdesk: 'zendesk',
      path: '/agent/tickets/#',
      missing: ['conversation'],
      landmarks: {},
      counts: { elements: 1, shown: 1, shadowRoots: 0, frames: 0 },
      isCut: false,
      page: { tag: 'html' },
    };
    stage = stagePanel(({ page, helpdesk }) => {
      page.set({ state: 'broken', missing: ['conversation'] });
      helpdesk.reportLayout = () => layout;
    });
    await shows('all text, names and addresses removed');
    await button('Save a layout report').click();
    await shows('Saved. Look in your downloads.');
    expect(stage.downloads).toHaveLength(1);
    expect(stage.downloads[0]?.name).toMatch(/^deskside-layout-zendesk-.*\.json$/);
    expect(JSON.parse(stage.downloads[0]?.text ?? '')).toEqual(layout);
  });

  it('reads nothing while off on this site, until it is turned on', async () => {
    stage = stagePanel(({ settings }) => settings.set({ ...settings.get(), sitesOff: [origin] }));
    await shows('Off on this site');
    expect(stage.engine.calls).toEqual([]);
    await button('Turn on here').click();
    await shows('Reply draft');
    expect(stage.settings.get().sitesOff).toEqual([]);
  });

  it('reads nothing while paused, and comes back by itself', async () => {
    stage = stagePanel(({ settings }) => settings.set({ ...settings.get(), pausedUntil: Date.now() + 400 }));
    await shows('Deskside is paused');
    expect(stage.engine.calls).toEqual([]);
    await shows('Reply draft');
    change({ pausedUntil: -1 });
    await shows('until you resume');
    await button('Resume now').click();
    await shows('Reply draft');
  });

  it('asks to reload the tab once its extension is gone', async () => {
    stage = stagePanel();
    await shows('Reply draft');
    stage.orphan();
    await shows('Reload this tab');
    expect(stage.root.dataset.state).toBe('reload-tab');
  });
});

describe('states of the engine', () => {
  it('shows how far the model is while it loads', async () => {
    let answer = () => {};
    stage = stagePanel(({ engine }) => {
      const { model } = engine.answers.state;
      engine.answers.state = { ...engine.answers.state, model: { ...model, status: 'loading', progress: 0.4 } };
      engine.answers.wait = () =>
        new Promise<void>((resolve) => {
          answer = resolve;
        });
    });
    await shows('Starting the models');
    expect(stage.root.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('40');
    stage.engine.answers.wait = () => Promise.resolve();
    answer();
    await shows('Reply draft');
  });

  it('says what went wrong and tries again when asked', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.failure = fail('model-unavailable', 'The model file is damaged.');
    });
    await shows('The model file is damaged.');
    expect(stage.engine.calls.filter((call) => call.startsWith('suggest'))).toHaveLength(1);
    stage.engine.answers.failure = null;
    await button('Try again').click();
    await shows('Reply draft');
  });

  it('says it in the language of the interface', async () => {
    stage = stagePanel(({ engine, settings }) => {
      settings.set({ ...settings.get(), language: 'fr' });
      engine.answers.failure = fail('engine-error', 'the model did not answer in time');
    });
    await shows('le modèle n’a pas répondu à temps');
  });

  it('asks again by itself when the way to the engine was cut', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.failure = fail('disconnected', 'gone');
    });
    await expect.poll(() => stage.engine.calls.filter((call) => call.startsWith('suggest')).length).toBeGreaterThan(1);
    stage.engine.answers.failure = null;
    await shows('Reply draft');
    expect(text()).not.toContain('could not answer');
  });

  it('tells a lost extension from a broken engine', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.failure = fail('reload-tab', 'Reload.');
    });
    await shows('Reload this tab');
  });

  it('stays silent with the reason of each kind', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.items = () => [];
      engine.answers.silent = [
        { kind: 'reply', why: 'low-confidence', confidence: 0.41 },
        { kind: 'article', why: 'low-confidence', confidence: 0.2 },
        { kind: 'next-step', why: 'no-playbook' },
        { kind: 'similar-ticket', why: 'no-memory' },
      ];
    });
    await shows('Deskside stays silent');
    await shows(/No reply · No article: Nothing in the library fits.*Best match: 41%/);
    await shows('No next step: No playbook covers');
    expect(stage.root.dataset.suggestionKey).toBe(stage.root.dataset.conversationKey);
  });

  it.each([
    ['language-unsupported', 'th', 'Thai is not supported'],
    ['language-unsure', 'da', 'Language unsure: no signals for this message.'],
    ['no-heads', 'ar', 'Arabic: suggestions only, no signals yet.'],
  ] as const)('shows no label and why: %s', async (absent, code, words) => {
    stage = stagePanel(({ engine }) => {
      engine.answers.message = {
        supported: false,
        absent,
        language: { code, confidence: 0.6 },
        sentiment: null,
        emotion: null,
        urgency: null,
        intents: [],
        flags: [],
      };
    });
    await shows(words);
    await expect.element(page.elementLocator(stage.root)).not.toHaveTextContent(/Negative|Danish/);
  });
});

describe('importing knowledge', () => {
  const empty = (prepared: Parameters<NonNullable<Parameters<typeof stagePanel>[0]>>[0]) => {
    prepared.engine.answers.items = () => [];
    prepared.engine.answers.silent = [{ kind: 'reply', why: 'no-knowledge' }];
    const { state } = prepared.engine.answers;
    prepared.engine.answers.state = { ...state, knowledge: { ...state.knowledge, sources: [] } };
  };
  const status = (more: Partial<ReturnType<Stage['importer']['get']>>) =>
    stage.importer.set({ ...stage.importer.get(), ...more });

  it('starts with one click, shows progress, can be cancelled and resumed', async () => {
    stage = stagePanel(empty);
    await button('Import articles and macros').click();
    expect(stage.importer.asked).toEqual(['start']);
    status({ phase: 'running', done: 20, total: 80 });
    await shows('20 of 80 read');
    expect(stage.root.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
    await button('Cancel').click();
    expect(stage.importer.asked).toEqual(['start', 'cancel']);
    status({ phase: 'paused' });
    await shows('Stopped after 20 items');
    await button('Resume import').click();
    expect(stage.importer.asked).toEqual(['start', 'cancel', 'start']);
  });

  describe('where the library holds files alone', () => {
    const filesAlone: typeof empty = (prepared) => {
      const { state } = prepared.engine.answers;
      const sources = [{ source: 'file:help.csv', articles: 3, macros: 0, job: null }];
      prepared.engine.answers.state = { ...state, knowledge: { ...state.knowledge, sources } };
    };

    it('still offers the helpdesk’s own knowledge', async () => {
      stage = stagePanel(filesAlone);
      await shows('Reply draft');
      await shows('Bring in your knowledge');
    });

    it('asks for no more of them where the helpdesk offers nothing to import', async () => {
      stage = stagePanel(filesAlone, { canImport: false });
      await shows('Reply draft');
      await shows('Learn from tickets you see?');
      await expect.element(page.elementLocator(stage.root)).not.toHaveTextContent('Bring in your knowledge');
    });

    it('asks for files where there are none', async () => {
      stage = stagePanel(empty, { canImport: false });
      await shows('offers no direct import');
    });
  });

  it('says when to try again after an error', async () => {
    stage = stagePanel(empty);
    await shows('Bring in your knowledge');
    status({ phase: 'failed', message: 'Too many requests.', retryAt: Date.now() + 1500 });
    await shows(/The import stopped\. Too many requests\. The helpdesk asks to wait\. Try again in \d seconds?\./);
    await expect.element(button('Try again')).toBeDisabled();
    await expect.element(button('Try again'), { timeout: 4000 }).toBeEnabled();
  });

  it('looks for suggestions again when it is done', async () => {
    stage = stagePanel(empty);
    await shows('Bring in your knowledge');
    status({ phase: 'running', done: 1 });
    await shows('1 read');
    stage.engine.answers.items = () => [replyOf()];
    stage.engine.answers.state = {
      ...stage.engine.answers.state,
      knowledge: {
        ...stage.engine.answers.state.knowledge,
        sources: [{ source: origin, articles: 30, macros: 12, job: null }],
      },
    };
    status({ phase: 'done', articles: 30, macros: 12 });
    await shows('30 articles and 12 macros are ready.');
    await shows('Reply draft');
  });

  it('looks for suggestions again when all of it has been read', async () => {
    stage = stagePanel(empty);
    await shows('Bring in your knowledge');
    const { state } = stage.engine.answers;
    const sources = [{ source: origin, articles: 30, macros: 12, job: null }];
    const read = (unread: number) => {
      stage.engine.answers.state = { ...state, knowledge: { ...state.knowledge, unread, sources } };
    };
    status({ phase: 'running', done: 1 });
    await shows('1 read');
    read(1);
    status({ phase: 'done', articles: 30, macros: 12 });
    await shows('Deskside is still reading 1 entry. Until then their words alone are searched.');
    stage.engine.answers.items = () => [replyOf()];
    read(0);
    await shows('30 articles and 12 macros are ready.');
    await shows('Reply draft');
  });
});
