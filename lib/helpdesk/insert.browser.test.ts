import { BlockQuote, Bold, DecoupledEditor, Essentials, Italic, Link, List, Paragraph } from 'ckeditor5';
import FroalaEditor from 'froala-editor';
import 'froala-editor/js/plugins/link.min.js';
import 'froala-editor/js/plugins/lists.min.js';
import 'froala-editor/css/froala_editor.min.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Helpdesk, Reply } from '../core/helpdesk';
import { ok } from '../core/result';
import { createCaretMemory } from './editor';
import { freshdesk } from './freshdesk';
import { editorHtml, freshdeskPage, freshdeskTicket } from './freshdesk/fixture';
import { insertReply } from './insert';
import { bridge, listenForInsertRequests } from './insert-main-world';
import { zendesk } from './zendesk';
import { zendeskMessages, zendeskPage } from './zendesk/fixture';

/** A real editor inside a helpdesk's page. */
type Bench = {
  helpdesk: Helpdesk;
  element: HTMLElement;
  data: () => string;
  undo: () => void;
  close: () => Promise<void>;
};

const home = location.pathname + location.search;
let open: Bench | undefined;
let leaving = new AbortController();

async function openZendesk(draft: string, channel = 'email'): Promise<Bench> {
  document.body.innerHTML = zendeskPage([{ id: '12', messages: zendeskMessages.slice(0, 1), channel, draft }]);
  history.pushState({}, '', '/agent/tickets/12');
  const element = document.querySelector<HTMLElement>('[contenteditable="true"]');
  if (!element) throw new Error('the fixture has no editor');
  const isPlain = channel === 'native_messaging';
  const plugins = isPlain ? [Essentials, Paragraph] : [Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote];
  const editor = await DecoupledEditor.create(element, { licenseKey: 'GPL', plugins });
  open = {
    helpdesk: zendesk,
    element,
    data: () => editor.getData(),
    undo: () => void editor.execute('undo'),
    close: async () => void (await editor.destroy()),
  };
  zendesk.watch(() => {}, { signal: leaving.signal });
  return open;
}

async function startFroala(host: HTMLElement): Promise<FroalaEditor> {
  return new Promise((resolve) => {
    const editor: FroalaEditor = new FroalaEditor(host, { events: { initialized: () => resolve(editor) } });
  });
}

/** The draft without the marks Froala leaves: cursor spans, the paste's marker and blank classes. */
function froalaData(element: HTMLElement): string {
  return element.innerHTML
    .replace(/ (data-pasted|id)="(true|isPasted)"/g, '')
    .replace(/\u200b/g, '')
    .replace(/ (class|style)=""/g, '');
}

async function openFreshdesk(draft: string): Promise<Bench> {
  document.body.setHTMLUnsafe(freshdeskPage({ ...freshdeskTicket, editor: 'reply' }));
  document.title = '[#12] Battery : Fernway';
  history.pushState({}, '', '/a/tickets/12');
  const host = document.querySelector<HTMLElement>('.ticket-editor__bodytext > div');
  if (!host) throw new Error('the fixture has no editor');
  host.removeAttribute('class');
  host.removeAttribute('contenteditable');
  host.innerHTML = draft;
  const editor = await startFroala(host);
  const element = host.querySelector<HTMLElement>('.fr-element');
  if (!element) throw new Error('Froala did not start');
  open = {
    helpdesk: freshdesk,
    element,
    data: () => froalaData(element),
    undo: () => (editor as unknown as { undo: { run(): void } }).undo.run(),
    close: async () => void (editor as unknown as { destroy(): void }).destroy(),
  };
  freshdesk.watch(() => {}, { signal: leaving.signal });
  return open;
}

const settled = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

/** Puts the caret (or a selection) into the text that contains `before`, right behind it. */
async function caretAfter(element: HTMLElement, before: string, length = 0): Promise<void> {
  element.focus();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const offset = node.nodeValue?.indexOf(before) ?? -1;
    if (offset < 0) continue;
    const start = offset + before.length;
    document.getSelection()?.setBaseAndExtent(node, start, node, start + length);
    await settled();
    return;
  }
  throw new Error(`the draft has no "${before}"`);
}

/** Takes the focus the way a panel does. */
async function leave(): Promise<void> {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  await settled();
}

function reply(html: string, part: Partial<Reply> = {}): Reply {
  const text = new DOMParser().parseFromString(html.replace(/<\/(p|li)>/g, '\n'), 'text/html').body.textContent ?? '';
  return { text: text.trim(), html, target: 'public', ticketId: '12', ...part };
}

const send = (helpdesk: Helpdesk, given: Reply) => helpdesk.compose(given, { signal: leaving.signal });

afterEach(async () => {
  leaving.abort();
  leaving = new AbortController();
  await open?.close();
  open = undefined;
  document.body.innerHTML = '';
  history.pushState({}, '', home);
});

const two = '<p>AAA</p><p><strong>BBB</strong></p>';
const list = '<p>Try:</p><ul><li>one</li><li>two</li></ul><p>Done.</p>';
const link = '<p>See <a href="https://acme.example/a?b=1&amp;c=2">the guide</a>.</p>';
const arabic = '<p dir="rtl">مرحبا، سنرسل البطارية غدًا.</p>';

const editors = [
  {
    name: 'CKEditor in Zendesk',
    start: openZendesk,
    inTheMiddle: '<p>Hello <strong>dear</strong> worAAA</p><p><strong>BBB</strong>ld</p>',
  },
  {
    name: 'Froala in Freshdesk',
    start: openFreshdesk,
    // Froala gives pasted paragraphs lines of their own.
    inTheMiddle: '<p>Hello <strong>dear</strong> wor</p><p>AAA</p><p><strong>BBB</strong></p><p>ld</p>',
  },
];

describe.each(editors)('$name', ({ start, inTheMiddle }) => {
  it('takes the reply at the caret 20 times, exactly, and gives it back in one undo step', async () => {
    const bench = await start('<p>Hello <b>dear</b> world</p>');
    const original = bench.data();
    const results: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      await caretAfter(bench.element, ' wor');
      expect(await send(bench.helpdesk, reply(two))).toEqual({ ok: true, value: { route: 'paste' } });
      results.push(bench.data());
      bench.undo();
      await settled(20);
      expect(bench.data()).toBe(original);
    }
    expect(results).toEqual(Array.from({ length: 20 }, () => inTheMiddle));
  }, 60_000);

  it.each([
    ['several paragraphs', two, 'AAA', 'BBB'],
    ['a list', list, 'Try:', 'Done.'],
    ['a link', link, 'See', 'the guide'],
    ['right-to-left text', arabic, 'مرحبا، سنرسل البطارية غدًا.', 'غدًا.'],
  ])('keeps the draft around %s', async (_name, html, first, last) => {
    const bench = await start('<p>Dear Ana,</p><p>before after</p><p>Kind regards</p>');
    await caretAfter(bench.element, 'before ');
    expect((await send(bench.helpdesk, reply(html))).ok).toBe(true);
    const text = bench.element.textContent ?? '';
    expect(text.startsWith('Dear Ana,')).toBe(true);
    expect(text.endsWith('Kind regards')).toBe(true);
    const order = ['Dear Ana,', 'before', first, last, 'after', 'Kind regards'].map((part) => text.lastIndexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(text.split(first)).toHaveLength(2);
  });

  it('keeps lists and links as they are', async () => {
    const bench = await start('<p>Hi</p>');
    await caretAfter(bench.element, 'Hi');
    await send(bench.helpdesk, reply(list + link));
    expect(bench.element.querySelectorAll('ul > li')).toHaveLength(2);
    expect(bench.element.querySelector('a')?.getAttribute('href')).toBe('https://acme.example/a?b=1&c=2');
  });

  it('goes to a caret that was moved in this very moment, before the editor has heard of it', async () => {
    const bench = await start('<p>one two</p>');
    await caretAfter(bench.element, 'one two');
    const text = document.createTreeWalker(bench.element, NodeFilter.SHOW_TEXT).nextNode();
    if (!text) throw new Error('the draft is gone');
    document.getSelection()?.setBaseAndExtent(text, 3, text, 3);
    expect((await send(bench.helpdesk, reply('<p>HERE</p>'))).ok).toBe(true);
    expect(bench.element.textContent).toBe('oneHERE two');
  });

  it('goes where the agent last stood, after a panel took the focus', async () => {
    const bench = await start('<p>one two</p><p>three</p>');
    await caretAfter(bench.element, 'one');
    await leave();
    expect((await send(bench.helpdesk, reply('<p>HERE</p>'))).ok).toBe(true);
    expect(bench.element.textContent).toBe('oneHERE twothree');
    expect(document.activeElement).toBe(bench.element);
  });

  it('goes to the end of a draft in which the agent never stood', async () => {
    const bench = await start('<p>one</p><p>two</p>');
    await leave();
    expect((await send(bench.helpdesk, reply('<p>HERE</p>'))).ok).toBe(true);
    expect(bench.element.textContent).toBe('onetwoHERE');
  });

  it('goes there all the same when the editor moves its caret away on getting the focus', async () => {
    const bench = await start('<p>one</p><p>two</p>');
    await leave();
    const toStart = () => getSelection()?.collapse(bench.element.querySelector('p'), 0);
    const later = () => requestAnimationFrame(() => requestAnimationFrame(toStart));
    bench.element.addEventListener('focus', later, { once: true });
    expect((await send(bench.helpdesk, reply('<p>HERE</p>'))).ok).toBe(true);
    expect(bench.element.textContent).toBe('onetwoHERE');
  });

  it('fills an empty editor', async () => {
    const bench = await start('<p><br></p>');
    expect((await send(bench.helpdesk, reply(two))).ok).toBe(true);
    expect(bench.data()).toBe('<p>AAA</p><p><strong>BBB</strong></p>');
  });

  it('does not replace what is selected', async () => {
    const bench = await start('<p>one two</p>');
    await caretAfter(bench.element, 'one', 4);
    expect((await send(bench.helpdesk, reply('<p>HERE</p>'))).ok).toBe(true);
    expect(bench.element.textContent).toBe('one twoHERE');
  });

  it('brings nothing in that runs or loads', async () => {
    const bench = await start('<p>Hi</p>');
    const hostile =
      '<p onclick="alert(1)">A<img src="https://evil.example/x.png" onerror="alert(1)"><script>alert(1)</script><a href="javascript:alert(1)">b</a></p>';
    expect((await send(bench.helpdesk, reply(hostile, { text: 'Ab' }))).ok).toBe(true);
    expect(bench.element.innerHTML).not.toMatch(/img|script|onclick|javascript/);
    expect(bench.element.textContent).toContain('Ab');
  });

  it('puts the text in once when asked twice at the same time', async () => {
    const bench = await start('<p>Hi</p>');
    const both = await Promise.all([
      send(bench.helpdesk, reply('<p>ONCE</p>')),
      send(bench.helpdesk, reply('<p>ONCE</p>')),
    ]);
    expect(both.map((result) => (result.ok ? 'ok' : result.error.kind)).toSorted()).toEqual(['busy', 'ok']);
    expect(bench.element.textContent?.split('ONCE')).toHaveLength(2);
  });

  it.each([
    ['wrong-channel', { target: 'note' as const }],
    ['wrong-ticket', { ticketId: '13' }],
    ['empty', { text: ' ' }],
  ])('refuses with %s and leaves the draft alone', async (kind, part) => {
    const bench = await start('<p>Hi</p>');
    const before = bench.data();
    const result = await send(bench.helpdesk, reply('<p>AAA</p>', part));
    expect(result).toMatchObject({ ok: false, error: { kind } });
    expect(bench.data()).toBe(before);
  });

  it('refuses when the ticket changes at the last moment', async () => {
    const bench = await start('<p>Hi</p>');
    const sending = send(bench.helpdesk, reply('<p>AAA</p>'));
    history.pushState({}, '', location.pathname.replace('12', '13'));
    expect(await sending).toMatchObject({ ok: false, error: { kind: 'wrong-ticket' } });
    expect(bench.element.textContent).toBe('Hi');
  });

  it('asks the page’s own world when the paste is swallowed, and the clipboard last', async () => {
    const bench = await start('<p>Hi</p>');
    const swallow = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('paste', swallow, { capture: true, signal: leaving.signal });
    vi.stubGlobal('FroalaEditor', FroalaEditor);
    listenForInsertRequests({ signal: leaving.signal });
    expect(await send(bench.helpdesk, reply('<p>MAIN</p>'))).toEqual({ ok: true, value: { route: 'main-world' } });
    expect(bench.element.textContent).toBe('HiMAIN');
    expect(document.querySelector(`[${bridge.mark}]`)).toBeNull();
    bench.undo();
    await settled(20);
    expect(bench.element.textContent).toBe('Hi');
  });

  it('keeps the space before a word that goes on, also when the page’s own world puts it in', async () => {
    const bench = await start('<p>Hi</p>');
    const swallow = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('paste', swallow, { capture: true, signal: leaving.signal });
    vi.stubGlobal('FroalaEditor', FroalaEditor);
    listenForInsertRequests({ signal: leaving.signal });
    await caretAfter(bench.element, 'Hi');
    for (const word of [' Ana,', ' hello']) {
      const rest = reply('', { text: word, isContinuation: true });
      expect(await send(bench.helpdesk, rest)).toMatchObject({ ok: true });
    }
    expect(bench.element.textContent?.replaceAll('\u00a0', ' ')).toBe('Hi Ana, hello');
  });

  it.each([
    ['while its caret is placed', 'selectionchange'],
    ['while it is pasted into', 'paste'],
  ])('names what happened when the editor vanishes %s, and the clipboard stays as it was', async (_name, type) => {
    const bench = await start('<p>Hi</p>');
    const vanish = (event: Event) => {
      event.stopImmediatePropagation();
      bench.element.remove();
    };
    window.addEventListener(type, vanish, { capture: true, signal: leaving.signal });
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    const result = await send(bench.helpdesk, reply('<p>GONE</p>'));
    expect(result).toMatchObject({ ok: false, error: { kind: 'no-composer' } });
    expect(bench.element.isConnected).toBe(false);
    expect(document.body.textContent).not.toContain('GONE');
    expect(write).not.toHaveBeenCalled();
    // The next try, with an editor in its place again, is not held up by the last.
    expect(await send(bench.helpdesk, reply('<p>GONE</p>'))).toMatchObject({ error: { kind: 'no-composer' } });
    write.mockRestore();
  });

  it('leaves nothing on the clipboard when another ticket is open by the second attempt', async () => {
    const bench = await start('<p>Hi</p>');
    const leave = (event: Event) => {
      event.stopImmediatePropagation();
      history.pushState({}, '', location.pathname.replace('12', '13'));
    };
    window.addEventListener('paste', leave, { capture: true, signal: leaving.signal });
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    const result = await send(bench.helpdesk, reply('<p>AAA</p>'));
    expect(result).toMatchObject({ ok: false, error: { kind: 'wrong-ticket' } });
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  });

  it('makes no second attempt when the page claimed the text but never shows it', async () => {
    const bench = await start('<p>Hi</p>');
    let pastes = 0;
    const swallow = (event: Event) => {
      pastes += 1;
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    window.addEventListener('paste', swallow, { capture: true, signal: leaving.signal });
    vi.stubGlobal('FroalaEditor', FroalaEditor);
    listenForInsertRequests({ signal: leaving.signal });
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    expect(await send(bench.helpdesk, reply('<p>LATE</p>'))).toEqual({ ok: true, value: { route: 'clipboard' } });
    expect(pastes).toBe(1);
    expect(bench.element.textContent).toBe('Hi');
    write.mockRestore();
  });
});

describe('the messaging composer', () => {
  it('takes plain text with its lines, and nothing is sent', async () => {
    const bench = await openZendesk('<p>Hi,</p>', 'native_messaging');
    const keys = vi.fn();
    document.addEventListener('keydown', keys, { signal: leaving.signal });
    const given = reply('<p><b>One</b></p><p>Two</p>', { text: 'One\nTwo\n\nThree' });
    expect(await send(zendesk, given)).toEqual({ ok: true, value: { route: 'paste' } });
    expect(bench.data()).toBe('<p>Hi,One<br>Two</p><p>Three</p>');
    expect(keys).not.toHaveBeenCalled();
    bench.undo();
    expect(bench.element.textContent).toBe('Hi,');
  });
});

describe('an editor that takes nothing', () => {
  it('leaves the text on the clipboard and says so', async () => {
    document.body.innerHTML = zendeskPage([{ id: '12', messages: zendeskMessages, draft: '<p>Hi</p>' }]);
    history.pushState({}, '', '/agent/tickets/12');
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    expect(await send(zendesk, reply('<p>AAA</p>'))).toEqual({ ok: true, value: { route: 'clipboard' } });
    const item = write.mock.calls[0]?.[0][0];
    expect(await (await item?.getType('text/plain'))?.text()).toBe('AAA');
    expect(document.querySelector('[contenteditable="true"]')?.textContent).toBe('Hi');
    write.mockRestore();
  });
});

describe('Freshdesk', () => {
  it('opens the closed reply box, waits for the editor and writes above signature and quote', async () => {
    document.body.setHTMLUnsafe(freshdeskPage(freshdeskTicket));
    history.pushState({}, '', '/a/tickets/12');
    const place = document.querySelector('[data-place="editor"]') as HTMLElement;
    const template =
      '<p><br></p><div class="agent_signature"><p>Kim Lee</p></div><div class="freshdesk_quote">old</div>';
    document.querySelector('[data-test-email-action="reply"]')?.addEventListener('click', () => {
      setTimeout(() => {
        place.innerHTML = editorHtml('reply', '');
        const host = place.querySelector('.ticket-editor__bodytext > div') as HTMLElement;
        host.removeAttribute('class');
        host.removeAttribute('contenteditable');
        host.innerHTML = template;
        void startFroala(host);
      }, 300);
    });
    expect(freshdesk.composer()).toBeUndefined();
    expect(await send(freshdesk, reply(two))).toMatchObject({ ok: true, value: { route: 'paste' } });
    const text = place.querySelector('.fr-element')?.textContent ?? '';
    expect(text.replace(/\u200b/g, '')).toBe('AAABBBKim Leeold');
  });

  it('opens a note for a note, never a reply', async () => {
    document.body.setHTMLUnsafe(freshdeskPage(freshdeskTicket));
    history.pushState({}, '', '/a/tickets/12');
    const place = document.querySelector('[data-place="editor"]') as HTMLElement;
    document.querySelector('[data-test-id="add-note"]')?.addEventListener('click', () => {
      place.innerHTML = editorHtml('note');
    });
    await send(freshdesk, reply('<p>AAA</p>', { target: 'note' }));
    expect(freshdesk.composer()?.state.target).toBe('note');
    expect(await send(freshdesk, reply('<p>AAA</p>'))).toMatchObject({ ok: false, error: { kind: 'wrong-channel' } });
  });

  it('says when the box does not open', async () => {
    document.body.setHTMLUnsafe(freshdeskPage(freshdeskTicket));
    history.pushState({}, '', '/a/tickets/12');
    const result = await send(freshdesk, reply('<p>AAA</p>'));
    expect(result).toMatchObject({ ok: false, error: { kind: 'no-composer' } });
  }, 10_000);
});

describe('an editor without a model of its own', () => {
  it('keeps text and undo in the legacy composer', async () => {
    const page = zendeskPage([{ id: '12', messages: zendeskMessages }]).replace(
      /<div data-test-id="omnicomposer-rich-text-ckeditor"[\s\S]*?<\/div>/,
      '<div class="zendesk-editor--rich-text-container"><div contenteditable="true" class="zendesk-editor--rich-text-comment"><p>one two</p></div></div>',
    );
    document.body.innerHTML = page;
    history.pushState({}, '', '/agent/tickets/12');
    zendesk.watch(() => {}, { signal: leaving.signal });
    const element = document.querySelector<HTMLElement>('.zendesk-editor--rich-text-comment') as HTMLElement;
    await caretAfter(element, 'one');
    await leave();
    expect(await send(zendesk, reply('<p>HERE</p>'))).toEqual({ ok: true, value: { route: 'command' } });
    expect(element.textContent).toBe('oneHERE two');
    document.execCommand('undo');
    expect(element.textContent).toBe('one two');
  });

  it('keeps text and undo in a textarea', async () => {
    document.body.innerHTML = '<textarea>one two</textarea><input>';
    const element = document.querySelector('textarea') as HTMLTextAreaElement;
    const caret = createCaretMemory();
    caret.listen({ signal: leaving.signal });
    element.focus();
    element.setSelectionRange(3, 3);
    document.querySelector('input')?.focus();
    const resolve = () => ok({ element, state: { target: 'public' as const, format: 'plain' as const, draft: '' } });
    const given = reply('<p>A</p>', { text: ' A\nB' });
    expect(await insertReply(given, { resolve, caret, signal: leaving.signal })).toEqual(ok({ route: 'command' }));
    expect(element.value).toBe('one A\nB two');
    document.execCommand('undo');
    expect(element.value).toBe('one two');
  });
});
