import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listActive, nothing, type Sightings, watchCanary } from '../../tests/hostile/content/canary';
import { writeHostileFiles } from '../../tests/hostile/content/files';
import { canaryHost, type Payload } from '../../tests/hostile/content/payload';
import { payloads } from '../../tests/hostile/content/payloads';
import { ok } from '../core/result';
import { readDocument } from '../documents/read-document';
import { cleanHtml, htmlFromText } from '../helpdesk/clean-html';
import { createCaretMemory } from '../helpdesk/editor';
import { insertReply } from '../helpdesk/insert';
import { htmlMessageText, htmlText } from '../helpdesk/text';
import { toHtml } from '../suggestions/reply/html';
import { linkLine } from '../suggestions/reply/links';
import { readImportFile } from './import-file';
import { sanitiseHtml } from './sanitise';

let look: () => Promise<Sightings>;
beforeAll(() => {
  look = watchCanary();
});
beforeEach(async () => {
  document.body.innerHTML = '<div id="out" contenteditable="true"></div>';
  await look();
});

/** Puts HTML into the page as an editor does: on its own, in an element that the reader can see. */
function show(html: string): HTMLElement {
  const place = document.createElement('div');
  place.contentEditable = 'true';
  document.body.append(place);
  place.innerHTML = html;
  return place;
}

/** What `make` leaves of each payload that could act, by its id; and what acted. */
async function trial(make: (payload: Payload) => string): Promise<{ active: string[]; seen: Sightings }> {
  const active = payloads.flatMap((payload) => {
    const place = show(make(payload));
    // What an editor's own HTML becomes when it is read and written once more, as it is on undo and on sending.
    place.innerHTML = String(place.innerHTML);
    return listActive(place).map((what) => `${payload.id} ${what}`);
  });
  return { active, seen: await look() };
}

const clean = { active: [], seen: nothing };

/** Those that stay in their place: others go elsewhere, and the page under the test with them. */
const staying = payloads.filter(({ category }) =>
  ['event-handlers', 'namespace-confusion', 'mutation', 'css', 'remote-media', 'encodings'].includes(category),
);

describe('payloads without a sanitiser', () => {
  it('act in this browser, so that the tests below can fail', async () => {
    for (const { text } of staying) show(text);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { ran, asked } = await look();
    const acted = new Set([...ran, ...asked.map((url) => Number(/\/(\d+)/.exec(url.split(canaryHost)[1] ?? '')?.[1]))]);
    console.log(`payloads that act without a sanitiser: ${acted.size} of ${staying.length} that stay in their place`);
    expect(payloads.length).toBeGreaterThanOrEqual(300);
    expect(acted.size).toBeGreaterThan(80);
  }, 90_000);

  it('are seen by the watch of this page', async () => {
    show('<img src=x onerror=canary(1)><img src="https://canary.invalid/2">');
    const { ran, asked } = await look();
    expect([ran, asked]).toEqual([[1], ['https://canary.invalid/2']]);
    expect(listActive(show('<a href="javascript:canary(3)" title="x">a</a><svg></svg>'))).toEqual([
      'svg',
      'A title',
      'link javascript:',
    ]);
  });
});

describe('payloads', () => {
  it.each<[string, (payload: Payload) => string]>([
    ['sanitised as macros are', ({ text }) => sanitiseHtml(text)],
    ['cleaned at the last border before the page', ({ text }) => cleanHtml(text)],
    ['cleaned twice', ({ text }) => cleanHtml(sanitiseHtml(text))],
    ['written as text of a reply', ({ text }) => toHtml(text)],
    ['written as a line with links', ({ text }) => toHtml(text, (line) => linkLine(line, new Map([[text, text]])))],
    ['typed as plain text', ({ text }) => htmlFromText(text)],
    ['read from a message and written again', ({ text }) => toHtml(htmlMessageText(text))],
    ['read from a macro’s preview and written again', ({ text }) => toHtml(htmlText(text))],
  ])(
    '%s: nothing runs, loads or leads astray',
    async (_how, make) => {
      expect(await trial(make)).toEqual(clean);
    },
    60_000,
  );
});

describe('payloads in files', () => {
  it('of every format come in as text and clean HTML, and change no prototype', async () => {
    const active: string[] = [];
    let items = 0;
    for (const { name, bytes } of writeHostileFiles(payloads)) {
      const read = await readDocument(name, bytes);
      if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
      const imported = readImportFile(read.value, sanitiseHtml);
      if (!imported.ok) throw new Error(`${name}: ${imported.error.message}`);
      const { articles, macros, playbooks } = imported.value;
      items += articles.length + macros.length + playbooks.length;
      for (const { item } of macros)
        active.push(...listActive(show(item.html ?? '')).map((what) => `${item.id} ${what}`));
      for (const { item } of articles)
        active.push(...listActive(show(toHtml(item.text))).map((what) => `${item.id} ${what}`));
    }
    expect(items).toBeGreaterThan(8 * payloads.length);
    expect({ active, seen: await look() }).toEqual(clean);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(['polluted', 'onerror', 'html'].filter((name) => name in {})).toEqual([]);
  }, 120_000);
});

describe('payloads as the HTML of a reply', () => {
  it('go into the editor clean, whatever was sanitised before', async () => {
    // Alone, an insertion waits for frames; ten in one reply are ten chances more to break out of each other.
    const active: string[] = [];
    for (let start = 0; start < payloads.length; start += 10) {
      const some = payloads.slice(start, start + 10);
      document.body.innerHTML = '<div id="editor" contenteditable="true"></div>';
      const element = document.querySelector<HTMLElement>('#editor') as HTMLElement;
      const handle = { element, state: { target: 'public' as const, format: 'rich' as const, draft: '' } };
      const leaving = new AbortController();
      await insertReply(
        {
          ticketId: '1',
          target: 'public',
          text: some.map(({ text }) => text).join('\n'),
          html: some.map(({ text, id }) => `<p>reply ${id} ${text}</p>`).join(''),
        },
        { resolve: () => ok(handle), caret: createCaretMemory(), signal: leaving.signal },
      );
      leaving.abort();
      expect(element.textContent).not.toBe('');
      active.push(...listActive(element).filter((what) => !what.endsWith(' style')));
    }
    expect({ active, seen: await look() }).toEqual(clean);
  }, 120_000);
});
