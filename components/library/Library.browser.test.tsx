import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { verifyLogFile } from '../../entrypoints/library/log-reader';
import type { Article, ImportJob } from '../../lib/core/knowledge';
import { fail, ok } from '../../lib/core/result';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { libraryEn } from '../../lib/strings/library.en';
import { createMemoryEngine, type MemoryEngine, showPage } from '../../tests/support/page-fakes';
import { readFile } from '../../tests/support/read-file';
import { createSiteActions } from '../../tests/support/site-fakes';
import type { LibraryDeps } from './deps';
import { splitPassage } from './HitCard';
import { sampleHealth } from './health.fixture';
import { Library } from './Library';

const source = 'https://acme.zendesk.com';
const articleOf = (index: number): Article => ({
  id: `${source}#${index}`,
  source,
  title: `Article ${index}`,
  text: `Refunds take five days. This is text ${index}.`,
  labels: [],
  isInternal: index === 2,
  url: index === 3 ? 'javascript:alert(1)' : `https://help.acme.com/${index}`,
});
const jobOf = (more: Partial<ImportJob>): ImportJob => ({
  source,
  status: 'done',
  startedAt: '2026-11-20T08:00:00Z',
  done: 40,
  total: 120,
  cursor: null,
  articles: 30,
  macros: 10,
  problems: [],
  ...more,
});

async function openLibrary(engine: MemoryEngine = createMemoryEngine(), answers = true) {
  const seen: string[] = [];
  const tabs = {
    list: async () => [{ id: 3, origin: source }],
    async importKnowledge(tabId: number, action: 'start' | 'cancel') {
      seen.push(`${action} ${tabId}`);
      if (!answers) throw new Error('no receiver');
      return ok(null);
    },
  };
  const deps: LibraryDeps = {
    tabs,
    sites: createSiteActions(seen),
    openPage: (name) => seen.push(name),
    readFile,
    importInPieces: async () => null,
    verifyAuditFile: verifyLogFile,
    download: (name, text) => seen.push(`${name}: ${text}`),
    packArchive: async (json) => new TextEncoder().encode(json),
    downloadArchive: (name) => seen.push(name),
    forgetTicks: async () => 0,
    print: () => seen.push('print'),
  };
  const screen = await showPage(<Library deps={deps} />, engine);
  const openTab = (name: string) => userEvent.click(screen.getByRole('tab', { name }));
  return { screen, engine, seen, openTab };
}

beforeEach(async () => {
  fakeBrowser.reset();
  history.replaceState(null, '', location.pathname + location.search);
  await page.viewport(1280, 900);
  await writeSetting('language', 'en');
});

describe('tabs of the library', () => {
  const box = (tab: Element) => tab.getBoundingClientRect();

  it('are listed beside the panel in a wide window, arrow down goes on', async () => {
    const { screen } = await openLibrary();
    const tabs = screen.getByRole('tab').elements();
    expect(new Set(tabs.map((tab) => box(tab).left)).size).toBe(1);
    await userEvent.click(screen.getByRole('tab', { name: 'Articles' }));
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(screen.getByRole('tab', { name: 'Macros' })).toHaveAttribute('aria-selected', 'true');
  });

  it.each([900, 640, 360])('are all in sight in a window of %i px', async (width) => {
    await page.viewport(width, 900);
    const { screen } = await openLibrary();
    const tabs = screen.getByRole('tab').elements();
    expect(tabs.length).toBeGreaterThan(8);
    for (const tab of tabs) {
      expect(box(tab).left).toBeGreaterThanOrEqual(0);
      expect(box(tab).right).toBeLessThanOrEqual(width);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.click(screen.getByRole('tab', { name: 'Articles' }));
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(screen.getByRole('tab', { name: 'Macros' })).toHaveAttribute('aria-selected', 'true');
  });
});

describe('lists of the library', () => {
  it('says what to do while there is nothing, and leads there', async () => {
    const { screen } = await openLibrary();
    await expect.element(screen.getByText('No articles yet')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go to Sources' }));
    await expect.element(screen.getByRole('tab', { name: 'Sources' })).toHaveAttribute('aria-selected', 'true');
    expect(location.hash).toBe('#sources');
  });

  it('is paged and filtered by title', async () => {
    const engine = createMemoryEngine();
    engine.articles.push(...Array.from({ length: 61 }, (_, index) => articleOf(index + 1)));
    const { screen } = await openLibrary(engine);
    await expect.element(screen.getByText('1–25 of 61')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await expect.element(screen.getByText('26–50 of 61')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await expect.element(screen.getByText('51–61 of 61')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await userEvent.fill(screen.getByLabelText('Filter by title'), 'article 6');
    await expect.element(screen.getByText('1–3 of 3')).toBeVisible();
    await userEvent.fill(screen.getByLabelText('Filter by title'), 'nothing like it');
    await expect.element(screen.getByText('No title contains “nothing like it”.')).toBeVisible();
  });

  it('shows an entry as text and links to web pages only', async () => {
    const engine = createMemoryEngine();
    const hostile = { ...articleOf(1), text: '<img src=x onerror=alert(1)>' };
    engine.articles.push(hostile, articleOf(2), articleOf(3));
    const { screen } = await openLibrary(engine);
    await userEvent.click(screen.getByRole('button', { name: /Article 1/ }));
    await expect.element(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(screen.container.querySelector('img')).toBeNull();
    await expect
      .element(screen.getByRole('link', { name: 'Open the original' }))
      .toHaveAttribute('href', 'https://help.acme.com/1');
    await userEvent.click(screen.getByRole('button', { name: /Article 2/ }));
    await expect.element(screen.getByText('Internal, not for customers')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Article 3/ }));
    await expect.element(screen.getByRole('heading', { name: 'Article 3' })).toBeVisible();
    expect(screen.getByRole('link').elements()).toEqual([]);
  });

  it('deletes an entry after asking', async () => {
    const engine = createMemoryEngine();
    engine.articles.push(articleOf(1), articleOf(2));
    const { screen } = await openLibrary(engine);
    await userEvent.click(screen.getByRole('button', { name: /Article 1/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
    await expect.element(screen.getByText('1–1 of 1')).toBeVisible();
    expect(engine.articles.map(({ title }) => title)).toEqual(['Article 2']);
  });

  it('says what went wrong, and tries again', async () => {
    const engine = createMemoryEngine();
    engine.failure = fail('engine-error', 'The database is locked.');
    const { screen } = await openLibrary(engine);
    await expect.element(screen.getByText('The database is locked.')).toBeVisible();
    engine.failure = null;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.element(screen.getByText('No articles yet')).toBeVisible();
  });
});

describe('playbooks in the library', () => {
  it('previews while writing, names and selects the line that fails, then saves', async () => {
    const { screen, engine, openTab } = await openLibrary();
    await openTab('Playbooks');
    await userEvent.click(screen.getByRole('button', { name: 'New playbook' }).first());
    const field = screen.getByLabelText('Playbook as text');
    await userEvent.fill(field, 'Late parcel\nIntent: delivery.late\n1. Ask: the number\nand then?');
    await expect.element(screen.getByText('When the customer wants: Late delivery')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Line 4: expected a numbered step');
    const area = field.element() as HTMLTextAreaElement;
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('and then?');
    await userEvent.fill(field, 'Late parcel\n1. Ask: the number\n2. Tell: the day');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await expect.poll(() => engine.playbooks.map(({ steps }) => steps.length)).toEqual([2]);
    await expect.element(screen.getByRole('button', { name: /Late parcel/ })).toBeVisible();
  });

  it('asks before unsaved changes are left', async () => {
    const engine = createMemoryEngine();
    await engine.savePlaybook({ text: 'One\n1. Ask: a' });
    await engine.savePlaybook({ text: 'Two\n1. Ask: b' });
    const { screen, openTab } = await openLibrary(engine);
    await openTab('Playbooks');
    await userEvent.click(screen.getByRole('button', { name: /One/ }));
    await userEvent.fill(screen.getByLabelText('Playbook as text'), 'One\n1. Ask: a more');
    await userEvent.click(screen.getByRole('button', { name: /Two/ }));
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }));
    await expect.element(screen.getByLabelText('Playbook as text')).toHaveValue('One\n1. Ask: a more');
    await userEvent.click(screen.getByRole('button', { name: /Two/ }));
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Leave' }));
    await expect.element(screen.getByLabelText('Playbook as text')).toHaveValue('Two\n1. Ask: b');
  });
});

describe('sources in the library', () => {
  it('imports a helpdesk that is open in a tab and says when the tab does not answer', async () => {
    const { screen, seen, openTab } = await openLibrary(createMemoryEngine(), false);
    await openTab('Sources');
    await userEvent.click(screen.getByRole('button', { name: 'Import: acme.zendesk.com' }));
    await expect.element(screen.getByText(/The helpdesk tab did not answer/)).toBeVisible();
    expect(seen).toEqual(['start 3']);
  });

  it.each([
    ['running', 'Cancel import: acme.zendesk.com', 'cancel 3'],
    ['paused', 'Resume: acme.zendesk.com', 'start 3'],
    ['failed', 'Resume: acme.zendesk.com', 'start 3'],
    ['done', 'Refresh: acme.zendesk.com', 'start 3'],
  ] as const)('offers what fits an import that is %s', async (status, name, expected) => {
    const engine = createMemoryEngine();
    engine.jobs.set(source, jobOf({ status, problems: ['“Old” is a draft'] }));
    const { screen, seen, openTab } = await openLibrary(engine);
    await openTab('Sources');
    await userEvent.click(screen.getByRole('button', { name }));
    await expect.poll(() => seen).toEqual([expected]);
    if (status === 'running')
      await expect.element(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '33');
    await userEvent.click(screen.getByText(/What was left out/));
    await expect.element(screen.getByText('“Old” is a draft')).toBeVisible();
  });

  it('says what an import left out and why it stopped in the language of the interface', async () => {
    await writeSetting('language', 'fr');
    const engine = createMemoryEngine();
    const problems = ['Article “Old” has no text'];
    engine.jobs.set(source, jobOf({ status: 'failed', message: 'The helpdesk cannot be reached.', problems }));
    const { screen, openTab } = await openLibrary(engine);
    await openTab('Sources');
    await expect.element(screen.getByText(/^Le helpdesk est injoignable\./)).toBeVisible();
    await userEvent.click(screen.getByText(/laissé de côté/));
    await expect.element(screen.getByText(/Article «\sOld\s» n’a pas de texte/)).toBeVisible();
  });

  it('removes a source after asking', async () => {
    const engine = createMemoryEngine();
    engine.articles.push(articleOf(1));
    const { screen, openTab } = await openLibrary(engine);
    await openTab('Sources');
    await userEvent.click(screen.getByRole('button', { name: 'Remove acme.zendesk.com' }));
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Remove' }));
    await expect.poll(() => engine.articles).toEqual([]);
  });

  it('imports several files, each with its report', async () => {
    const { screen, engine, openTab } = await openLibrary();
    await openTab('Sources');
    await expect.element(screen.getByText('Drop files here')).toBeVisible();
    const data = new DataTransfer();
    data.items.add(new File(['good'], 'help.md'));
    data.items.add(new File(['broken'], 'macros.csv'));
    data.items.add(new File(['x'], 'photo.png'));
    const zone = screen.getByText('Drop files here').element().parentElement;
    zone?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    const reports = screen.getByRole('list', { name: 'Imported files' });
    await expect.element(reports).toHaveTextContent(/Line 3: the title is missing/);
    await expect.element(reports).toHaveTextContent(/photo\.png.*This kind of file cannot be read/);
    await expect.element(reports).toHaveTextContent(/help\.md1 article/);
    expect(engine.articles.map(({ source: from }) => from)).toEqual(['file:help.md']);
  });
});

describe('pasting an article', () => {
  async function paste(html: string, plain: string) {
    const { screen, engine, openTab } = await openLibrary();
    await openTab('Sources');
    await userEvent.fill(screen.getByLabelText('Title'), 'Refunds');
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    if (html) data.setData('text/html', html);
    const field = screen.getByLabelText('Text', { exact: true });
    field
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    return { screen, engine, field };
  }

  it('keeps the formatting that the clipboard has', async () => {
    const { screen, engine, field } = await paste('<h2>How long</h2><p>Ten days.</p>', 'How long\nTen days.');
    await expect.element(field).toHaveValue('How long\nTen days.');
    await expect.element(screen.getByText('Headings, lists and tables are kept.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add to the library' }));
    await expect.poll(() => engine.articles.map(({ text }) => text)).toEqual(['<h2>How long</h2><p>Ten days.</p>']);
    await expect.element(field).toHaveValue('');
  });

  it('takes the words as they are once they were changed', async () => {
    const { screen, engine, field } = await paste('<p>Ten days.</p>', 'Ten days.');
    await userEvent.fill(field, 'Twelve days.');
    await userEvent.click(screen.getByRole('button', { name: 'Add to the library' }));
    await expect.poll(() => engine.articles.map(({ text }) => text)).toEqual(['Twelve days.']);
  });
});

describe('search in the library', () => {
  it('marks the sentence that answers and names the source', async () => {
    const engine = createMemoryEngine();
    engine.articles.push(articleOf(1));
    const { screen, openTab } = await openLibrary(engine);
    await openTab('Search');
    await userEvent.fill(screen.getByLabelText('Search the library'), 'when do refunds come');
    await expect.element(screen.getByText('1 result')).toBeVisible();
    expect(screen.container.querySelector('mark')?.textContent).toBe('Refunds take five days.');
    await expect.element(screen.getByText('acme.zendesk.com')).toBeVisible();
    await userEvent.fill(screen.getByLabelText('Search the library'), 'zebra');
    await expect.element(screen.getByText('Nothing found')).toBeVisible();
  });

  it.each([
    ['offsets into the owner', 100, 106, ['One. ', 'Two.', ' Three.']],
    ['offsets that are wrong', 0, 4, ['One. ', 'Two.', ' Three.']],
  ] as const)('finds the quote by %s', (_what, passageStart, quoteStart, expected) => {
    const text = 'One. Two. Three.';
    const passage = {
      id: 'p',
      ownerId: 'o',
      ownerKind: 'article',
      heading: '',
      start: passageStart,
      end: 999,
      text,
    } as const;
    const quote = { text: 'Two.', start: quoteStart - 1, end: quoteStart + 3 };
    expect(splitPassage({ passage, quote })).toEqual(expected);
    expect(splitPassage({ passage, quote: { ...quote, text: 'Gone.' } })).toEqual([text, '', '']);
  });
});

describe('the library for everybody', () => {
  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'light'],
  ] as const)('has no barriers that axe finds (%s, %s)', async (language, theme) => {
    await writeSetting('language', language);
    await writeSetting('theme', theme);
    const engine = createMemoryEngine();
    engine.articles.push(articleOf(1), articleOf(2));
    engine.jobs.set(source, jobOf({ status: 'running', problems: ['x'] }));
    Object.assign(engine.health, sampleHealth());
    await engine.savePlaybook({ text: 'One\nIntent: tech.bug\n1. Ask: a' });
    const { screen } = await openLibrary(engine);
    const { label, ...names } = libraryEn.tabs;
    await vi.waitUntil(() => screen.container.querySelectorAll('[role=tab]').length === Object.keys(names).length);
    for (const tab of screen.getByRole('tab').elements()) {
      await userEvent.click(tab);
      await new Promise((resolve) => setTimeout(resolve, 250));
      const entry = screen.container.querySelector<HTMLElement>('ul[aria-label] li button');
      if (entry) await userEvent.click(entry);
      const { violations, passes } = await axe.run(document);
      expect(passes.length).toBeGreaterThan(15);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
});

describe('helpdesks that were added', () => {
  const site = { origin: 'https://help.acme.example', type: 'taught', taught: '{"format":1}', isAllowed: true };
  const give = (name: string, text: string) =>
    userEvent.upload(page.getByLabelText('Description for help.acme.example'), new File([text], name));

  it('give their description out, and take one in', async () => {
    await writeSetting('addedSites', [site]);
    const { screen, seen, openTab } = await openLibrary();
    await openTab('Sources');
    await userEvent.click(screen.getByRole('button', { name: 'Export description' }));
    expect(seen).toEqual(['deskside-help.acme.example.json: {"format":1}']);
    await give('desk.json', '{"format":1,"name":"x"}');
    await expect.element(screen.getByText('Pages are read as “Our desk” now.')).toBeVisible();
    expect((await readSettings()).addedSites).toEqual([{ ...site, taught: '{"format":1,"name":"x"}' }]);
  });

  it.each([
    ['no JSON', 'desk.json', 'hello', 'The file is not JSON.'],
    [
      'another kind of file',
      'desk.png',
      'hello',
      'desk.png could not be read. Use a JSON file that Deskside exported.',
    ],
  ])('keep what they have when given %s', async (_name, file, text, message) => {
    await writeSetting('addedSites', [site]);
    const { screen, openTab } = await openLibrary();
    await openTab('Sources');
    await give(file, text);
    await expect.element(screen.getByText(message)).toBeVisible();
    expect((await readSettings()).addedSites).toEqual([site]);
  });

  it('raise no barrier', async () => {
    await writeSetting('addedSites', [site, { ...site, origin: 'http://desk.local:8080', isAllowed: false }]);
    const { screen, openTab } = await openLibrary();
    await openTab('Sources');
    await expect.element(screen.getByText('desk.local:8080')).toBeVisible();
    expect((await axe.run(document)).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
      [],
    );
  });
});
