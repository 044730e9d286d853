import { CodeBlock, DecoupledEditor, Essentials, GeneralHtmlSupport, Paragraph } from 'ckeditor5';
import FroalaEditor from 'froala-editor';
import 'froala-editor/css/froala_editor.min.css';
import { afterEach, describe, expect, it } from 'vitest';
import { arabicCases, type BidiCase, latinCases } from '../core/bidi-cases';
import { cleanHtml, htmlFromText } from './clean-html';
import { dispatchPaste } from './paste';

const all = [...arabicCases, ...latinCases];
/** Signs that are not seen and would be copied along. */
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

afterEach(() => document.body.replaceChildren());

/** Puts HTML on the page as a customer's mail program would. */
function show(html: string, direction: 'ltr' | 'rtl'): HTMLElement {
  const box = document.createElement('div');
  box.dir = direction;
  box.style.cssText = 'inline-size: 900px; font: 16px sans-serif';
  box.innerHTML = html;
  document.body.append(box);
  return box;
}

/** Where each sign of `words` stands on the page: left edges, in the order of the text. */
function edges(box: HTMLElement, words: string): number[] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  const text = nodes.map(({ data }) => data).join('');
  const from = text.indexOf(words);
  const places = nodes.flatMap((node) =>
    [...node.data].flatMap((sign, at, signs) => ({ node, at: signs.slice(0, at).join('').length, sign })),
  );
  let offset = 0;
  return places.flatMap(({ node, at, sign }) => {
    const start = offset;
    offset += sign.length;
    if (start < from || start >= from + words.length || /[\s\u0600-\u06ff\u0590-\u05ff]/.test(sign)) return [];
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + sign.length);
    return range.getBoundingClientRect().left;
  });
}

const isRising = (places: number[]) => places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0) - 0.5);
const lineOf = ([text]: BidiCase) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;

describe('a reply in HTML', () => {
  it.each(all)('keeps the words of: %s', (text, ...runs) => {
    const html = `${lineOf([text])}<p>.</p>`;
    for (const editor of ['ltr', 'rtl'] as const) {
      const directed = cleanHtml(html, editor);
      expect(directed).not.toMatch(invisible);
      const box = show(directed, editor);
      expect(box.textContent).toBe(`${text}.`);
      const isolated = [...box.querySelectorAll('p:first-child [dir]')].map((one) => one.textContent);
      expect(isolated).toEqual(runs);
    }
  });

  it.each(arabicCases.filter(([, ...runs]) => runs.length > 0))(
    'shows from left to right what is in: %s',
    (text, ...runs) => {
      const box = show(cleanHtml(`${lineOf([text])}<p>.</p>`, 'ltr'), 'ltr');
      expect(getComputedStyle(box.querySelector('p') as Element).direction).toBe('rtl');
      // A path in Arabic letters runs to the left within its link.
      for (const run of runs.filter((one) => !/[\u0600-\u06ff]/.test(one)))
        expect(isRising(edges(box, run)), run).toBe(true);
    },
  );

  it('would not be shown so without: phones, trailing signs and numbers first are torn apart', () => {
    const torn = arabicCases.filter(([text, ...runs]) => {
      const box = show(`<p dir="rtl">${lineOf([text]).slice(3)}`, 'rtl');
      return runs.some((run) => !isRising(edges(box, run)));
    });
    expect(torn.length).toBeGreaterThan(20);
    expect(torn.map(([text]) => text)).toContain('اتصل بنا على +966 50 123 4567.');
  });

  it('shows digits behind a name that is written from the right where they stand', () => {
    const text = 'Customer محمد 4711 wrote again.';
    const places = (html: string) => {
      const box = show(html, 'ltr');
      return [edges(box, '4711')[0] ?? 0, edges(box, 'wrote')[0] ?? 0, edges(box, 'Customer')[0] ?? 0];
    };
    const [digits = 0, wrote = 0, customer = 0] = places(cleanHtml(`<p>${text}</p><p>.</p>`, 'ltr'));
    const box = show(cleanHtml(`<p>${text}</p><p>.</p>`, 'ltr'), 'ltr');
    const name = box.querySelector('[dir="rtl"]')?.getBoundingClientRect();
    expect(customer).toBeLessThan(name?.left ?? 0);
    expect(name?.right ?? 0).toBeLessThanOrEqual(digits + 0.5);
    expect(digits).toBeLessThan(wrote);
  });

  it('tells lists and headings their direction, leaves code and given directions alone, and adds none where none is needed', () => {
    expect(cleanHtml('<ul><li>الطلب FW-1 جاهز.</li></ul><p>.</p>', 'ltr')).toBe(
      '<ul dir="rtl"><li dir="rtl">الطلب <span dir="ltr">FW-1</span> جاهز.</li></ul><p>.</p>',
    );
    const plain = '<p>Your order FW-1 is late. <a href="https://acme.example">See it</a>.</p>';
    expect(cleanHtml(plain, 'ltr')).toBe(plain);
    const given = '<p dir="rtl">الطلب <code>FW-1 2</code> و <span dir="ltr">FW-2 3</span> هنا</p>';
    expect(cleanHtml(given, 'ltr')).toBe(given);
    expect(cleanHtml('<p>Hello.</p>', 'rtl')).toBe('<p dir="ltr">Hello.</p>');
    const link = '<p>راجع <a href="https://acme.example/a">https://acme.example/a</a> اليوم</p>';
    expect(cleanHtml(link, 'rtl')).toBe(link.replace('<a ', '<a ').replace('/a">h', '/a" dir="ltr">h'));
  });

  it('lets the agent type on behind the last number in the direction of the line', () => {
    expect(cleanHtml('<p>رقم الطلب FW-1</p>', 'rtl')).toBe('<p>رقم الطلب FW-1</p>');
  });
});

const html = all.map(lineOf).join('');
const text = all.map(([line]) => line).join('\n');
const wanted = all.map(([line]) => line);
const linesOf = (element: HTMLElement) => [...element.querySelectorAll('p')].map((one) => one.textContent);

describe('all of them, into', () => {
  it('CKEditor, as HTML', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const editor = await DecoupledEditor.create(host, { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });
    host.focus();
    dispatchPaste(host, { text, html: cleanHtml(html, 'ltr'), format: 'rich' });
    expect(linesOf(host)).toEqual(wanted);
    expect(editor.getData()).not.toMatch(invisible);
    await editor.destroy();
  });

  it('CKEditor that keeps directions', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const htmlSupport = { allow: [{ name: /^(p|span)$/, attributes: ['dir'] }] };
    const plugins = [Essentials, Paragraph, CodeBlock, GeneralHtmlSupport];
    const editor = await DecoupledEditor.create(host, { licenseKey: 'GPL', plugins, htmlSupport });
    host.focus();
    dispatchPaste(host, { text, html: cleanHtml(html, 'ltr'), format: 'rich' });
    expect(linesOf(host)).toEqual(wanted);
    expect(editor.getData()).toContain('<p dir="rtl">اتصل بنا على <span dir="ltr">+966 50 123 4567</span>.</p>');
    await editor.destroy();
  });

  it('Froala, as HTML', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const editor = await new Promise<FroalaEditor>((resolve) => {
      const made: FroalaEditor = new FroalaEditor(host, { events: { initialized: () => resolve(made) } });
    });
    const element = host.querySelector<HTMLElement>('.fr-element');
    if (!element) throw new Error('Froala did not start');
    element.focus();
    dispatchPaste(element, { text, html: cleanHtml(html, 'ltr'), format: 'rich' });
    await expect.poll(() => linesOf(element).filter((line) => line !== '')).toEqual(wanted);
    expect(element.innerHTML).not.toMatch(invisible);
    expect(element.innerHTML).toContain('<span dir="ltr">+966 50 123 4567</span>');
    (editor as unknown as { destroy(): void }).destroy();
  });

  it('a plain field and a plain editor, as text, sign for sign', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    document.execCommand('insertText', false, text);
    expect(field.value).toBe(text);
    const box = document.body.appendChild(document.createElement('div'));
    box.contentEditable = 'plaintext-only';
    box.style.whiteSpace = 'pre-wrap';
    box.focus();
    document.execCommand('insertText', false, text);
    // biome-ignore lint/performance/useDomNodeTextContent: its lines may be elements.
    expect(box.innerText.trimEnd()).toBe(text);
  });

  it('the clipboard of a rich reply, as paragraphs without invisible signs', () => {
    const made = cleanHtml(htmlFromText(all.map(([line]) => line).join('\n\n')), 'ltr');
    expect(made).not.toMatch(invisible);
    expect(new DOMParser().parseFromString(made, 'text/html').body.textContent).toBe(wanted.join(''));
  });
});
