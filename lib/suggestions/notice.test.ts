import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../core/suggestion';
import type { Role, Ticket } from '../core/ticket';
import { redactAll } from '../guard/personal-data';
import type { SuggestRequest } from './define-suggestion';
import { withoutNotice } from './notice';
import { toPastTicket } from './similar-ticket/past-ticket';
import { suggest } from './suggest';
import { type Library, makeArticle, makeDeps, makeMacro, makePast, makeRequest, makeTicket } from './testing';
import { allWordings, wordingOf } from './wording/wording';

const question = 'How can I download the yearly invoice for accounting as file?';
const answer = 'You can download the yearly invoice as file for accounting under Billing.';
const line = 'This reply was drafted with AI assistance.';
const noise = [makeMacro('doors', 'Doors open at nine.'), makeMacro('shipping', 'Parcels leave every evening.')];

type Ask = {
  lines?: [Role, string][];
  ticket?: Partial<Ticket>;
  settings?: Partial<SuggestRequest['settings']>;
  /** Log-odds added to every source. */
  boost?: number;
};

async function suggestWith(library: Library, { lines, ticket, settings, boost = 1 }: Ask = {}): Promise<Suggestion[]> {
  const base = makeRequest(makeTicket(lines ?? [['customer', question]], ticket));
  const request = { ...base, settings: { ...base.settings, aiNotice: true, ...settings } };
  const macros = [...(library.macros ?? []), ...noise];
  return (await suggest(request, { ...makeDeps({ ...library, macros }), boost: () => boost })).items;
}
async function replyTo(library: Library, ask?: Ask) {
  const reply = (await suggestWith(library, ask)).find((item) => item.kind === 'reply');
  if (!reply) throw new Error('no reply was suggested');
  return reply;
}
const times = (text: string, part: string) => text.split(part).length - 1;
const macro = makeMacro('invoice', answer);

describe('the line about AI assistance', () => {
  it('is off unless the team wants it', async () => {
    const reply = await replyTo({ macros: [macro] }, { settings: { aiNotice: false } });
    expect(reply.text).not.toContain(line);
    expect(reply).not.toHaveProperty('notice');
  });

  it('stands by itself before the signature, in text and HTML, and rests on no source', async () => {
    const reply = await replyTo({ macros: [macro] }, { settings: { signature: 'Best,\nKim' } });
    expect(reply.text).toMatch(new RegExp(`\\n\\n${line}\\n\\nBest,\\nKim$`));
    expect(times(reply.html, `<p>${line}</p>`)).toBe(1);
    expect(reply.sentences.filter(({ text }) => text === line)).toEqual([{ text: line, source: null }]);
    expect(reply.notice).toEqual({ text: line, html: `<p>${line}</p>` });
  });

  it('stands before the closing that a macro brings', async () => {
    const signed = makeMacro('invoice', `Hi there,\n${answer}\nKind regards\nKim`, {
      html: `<p>Hi there,</p><p><b>${answer}</b></p><p>Kind regards<br>Kim</p>`,
    });
    const { text, html } = await replyTo({ macros: [signed] });
    expect(text).toMatch(new RegExp(`${line}\\n\\nKind regards\\nKim$`));
    expect(html).toContain(`<p>${line}</p><p>Kind regards<br>Kim</p>`);
    expect(html).toContain(`<b>${answer}</b>`);
  });

  it('is in the language of the reply, or in the words of the team', async () => {
    const arabic = makeArticle('arabic', 'يمكنك تنزيل الفاتورة السنوية كملف من صفحة الفواتير.', { locale: 'ar' });
    const asked: Ask = { lines: [['customer', 'كيف يمكنك تنزيل الفاتورة السنوية كملف من صفحة الفواتير؟']] };
    expect((await replyTo({ articles: [arabic] }, asked)).text).toContain(wordingOf('ar')?.notice);
    const settings = { aiNoticeText: '  Written with\n help of software. ' };
    const own = await replyTo({ macros: [macro] }, { settings });
    expect(own.text).toContain('\n\nWritten with help of software.');
    expect(own.text).not.toContain(line);
  });

  it('is there for each of the six languages, none twice', () => {
    const lines = allWordings.map(({ notice }) => notice);
    expect(new Set(lines).size).toBe(6);
    for (const text of lines)
      expect(withoutNotice(`Hello\n\n${text}\n\nKim`, { aiNotice: false, aiNoticeText: '' })).toBe('Hello\n\nKim');
  });

  it('is not said twice where the source says it, in whatever language', async () => {
    for (const said of [line, wordingOf('de')?.notice]) {
      const reply = await replyTo({ macros: [makeMacro('invoice', `${answer}\n\n${said}`)] });
      expect(times(reply.text, said ?? '')).toBe(1);
      expect(reply).not.toHaveProperty('notice');
    }
  });

  it('is said once in a chat, and in each mail', async () => {
    const lines: [Role, string][] = [
      ['customer', 'Hello?'],
      ['agent', `Hi, go on.\n\n${line}`],
      ['customer', question],
    ];
    const chat = await replyTo({ macros: [macro] }, { lines, ticket: { channel: 'messaging' }, boost: 6 });
    expect(chat.text).not.toContain(line);
    expect((await replyTo({ macros: [macro] }, { lines, boost: 6 })).text).toContain(line);
    const first = await replyTo({ macros: [macro] }, { ticket: { channel: 'messaging' } });
    expect(first.text).toContain(line);
  });

  it('is in what goes to the customer after the answer, never in a note', async () => {
    const lines: [Role, string][] = [
      ['customer', 'The lamp flickers since Monday and the switch is loose. What can I do?'],
      ['agent', 'Hi Ana,\nTighten the screw under the switch of the lamp. Then the lamp stops flickering.'],
      ['customer', 'That works now, the lamp is fine!'],
    ];
    const after = (await suggestWith({}, { lines })).flatMap((item) => ('target' in item ? [item] : []));
    expect(after.map(({ kind }) => kind)).toEqual(['closing', 'csat-request', 'summary']);
    for (const { target, text, html, notice } of after) {
      expect(times(text, line)).toBe(target === 'note' ? 0 : 1);
      expect(times(html, `<p>${line}</p>`)).toBe(target === 'note' ? 0 : 1);
      expect(notice?.text).toBe(target === 'note' ? undefined : line);
    }
  });

  it('is no part of a past reply, stored now or before', async () => {
    const settings = { aiNotice: true, aiNoticeText: '' };
    const ticket = makeTicket([
      ['customer', question],
      ['agent', `${answer}\n\n${line}\n\nKim`],
    ]);
    const past = toPastTicket(
      ticket,
      (texts, people) =>
        redactAll(
          texts.map((text) => withoutNotice(text, settings)),
          people,
        ),
      '2026-11-30',
    );
    expect(past?.reply).toBe(`${answer}\n\n[name]`);
    const stored = makePast('old', question, `${answer} Choose the year first.\n${line}`);
    const reply = await replyTo({ pasts: [stored] }, { settings: { rememberTickets: true, aiNotice: false } });
    expect(reply.sources[0]?.kind).toBe('past');
    expect(reply.text).not.toContain(line);
  });
});
