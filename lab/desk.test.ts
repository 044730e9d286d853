import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownId, readDesk } from './desk';
import { partOf, readConversations } from './desk-conversations';
import { UsageError } from './flags';

/** A folder with one file of JSON lines a name. */
function folder(files: Record<string, unknown[]>): string {
  const path = mkdtempSync(join(tmpdir(), 'desk-'));
  for (const [name, rows] of Object.entries(files))
    writeFileSync(join(path, name), rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}

const desk = {
  'articles-a.jsonl': [{ id: 'a1', title: 'Refunds', body: 'Refunds take five days.' }],
  'articles-b.jsonl': [{ id: 'a2', title: 'Invoices', body: 'Invoices are under Billing.' }],
  'macros-a.jsonl': [{ id: 'm1', title: 'Refund', body: 'Your refund is on its way.' }],
  'playbooks-a.jsonl': [
    {
      id: 'p1',
      title: 'Refund late',
      intent: 'refund.status',
      steps: [{ id: 's1', text: 'Ask for the date', kind: 'ask' }],
    },
  ],
};

describe('readDesk, from a folder', () => {
  it('joins the parts of each kind', () => {
    const { articles, macros, playbooks } = readDesk(folder(desk));
    expect(articles.map(({ item }) => ownId(item.id))).toEqual(['a1', 'a2']);
    expect(macros.map(({ item }) => item.text)).toEqual(['Your refund is on its way.']);
    expect(playbooks.map(({ id, steps }) => [id, steps.length])).toEqual([['p1', 1]]);
  });

  it.each([
    ['nothing in it', {}, /no articles-\*\.jsonl/],
    ['an id twice', { ...desk, 'articles-c.jsonl': [{ id: 'a1', title: 'x', body: 'y' }] }, /id a1/],
    ['a row without its body', { 'macros-x.jsonl': [{ id: 'm', title: 'x' }] }, /"body" must be a string/],
  ])('refuses a folder with %s', (_what, files, message) => {
    const path = folder(files);
    expect(() => readDesk(path)).toThrow(UsageError);
    expect(() => readDesk(path)).toThrow(message);
  });
});

describe('readConversations', () => {
  const turns = [{ role: 'customer', text: 'Where is my refund?' }];
  const read = (...rows: unknown[]) => {
    const path = folder({ ...desk, 'conversations-a.jsonl': rows });
    return readConversations(path, readDesk(path));
  };

  it('reads labels, and which part a conversation belongs to', () => {
    const [one] = read({ id: 'c1', channel: 'chat', turns, articles: ['a1'], playbook: 'p1', step: 's1' });
    expect(one).toMatchObject({
      articles: ['a1'],
      macros: [],
      playbook: 'p1',
      step: 's1',
      nothing: false,
      language: 'en',
    });
    expect(one?.ticket.channel).toBe('messaging');
    expect(one?.part).toBe(partOf('c1'));
  });

  it.each([
    ['an article that is not there', { articles: ['a9'] }, /no article a9/],
    ['a macro that is not there', { alsoMacros: ['m9'] }, /no macro m9/],
    ['a playbook that is not there', { playbook: 'p9' }, /no playbook p9/],
    ['a step of no playbook', { step: 's1' }, /step without a playbook/],
    ['a step that its playbook lacks', { playbook: 'p1', done: ['s7'] }, /no step s7/],
    ['an answer where nothing answers', { nothing: true, macros: ['m1'] }, /exclude each other/],
    ['turns of nobody', { turns: [{ role: 'ghost', text: 'x' }] }, /"role" must be/],
  ])('refuses %s', (_what, labels, message) => {
    expect(() => read({ id: 'c1', turns, ...labels })).toThrow(message);
  });

  it('refuses an id twice', () => {
    expect(() => read({ id: 'c1', turns }, { id: 'c1', turns })).toThrow(/same id/);
  });

  it('holds out by the hash of the id: about 5 of 16', () => {
    // sha256('0') begins with 5, sha256('1') with 6, sha256('6') with e, sha256('9') with 1.
    expect(['0', '1', '6', '9'].map(partOf)).toEqual(['tune', 'tune', 'tune', 'held-out']);
    const held = Array.from({ length: 1000 }, (_value, index) => partOf(`c${index}`)).filter(
      (part) => part === 'held-out',
    );
    expect(held.length / 1000).toBeCloseTo(5 / 16, 1);
  });
});
