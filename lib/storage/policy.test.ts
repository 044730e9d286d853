import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noPolicy, ownSettings } from '../core/policy';
import { defaultSettings } from '../core/settings';
import { parsePolicy } from './policy';
import { readSettings, settingSchemas, watchSettings, writeSetting } from './settings';

beforeEach(async () => {
  fakeBrowser.reset();
  // No policy of the test before.
  await readSettings();
  await fakeBrowser.storage.local.clear();
});

const parse = (raw: unknown) => parsePolicy(raw, settingSchemas);

describe('parsePolicy', () => {
  it('reads a whole policy', () => {
    const policy = parse({
      desks: ['zendesk'],
      addresses: { allowed: ['https://*.acme.example'], blocked: ['https://old.acme.example'] },
      knowledge: ['helpdesk'],
      language: 'en',
      ghostText: false,
      kinds: { routing: false },
      shortcuts: { insertReply: 'Ctrl+Shift+K' },
    });
    expect(policy).toEqual({
      values: {
        language: 'en',
        ghostText: false,
        kinds: { routing: false },
        shortcuts: { insertReply: 'Ctrl+Shift+K' },
      },
      desks: ['zendesk'],
      allowed: ['https://*.acme.example'],
      blocked: ['https://old.acme.example'],
      knowledge: ['helpdesk'],
      problems: [],
    });
  });

  it.each([
    [{ language: 'klingon' }, ['language']],
    [{ ghostText: 'no' }, ['ghostText']],
    [{ kinds: true }, ['kinds']],
    [{ kinds: { reply: 'never', article: false } }, ['kinds.reply']],
    [{ kinds: { replies: false } }, ['kinds.replies']],
    [{ shortcuts: { insertReply: 'K' } }, ['shortcuts.insertReply']],
    [{ desks: 'zendesk' }, ['desks']],
    [{ desks: ['zendesk', 'intercom'] }, ['desks[1]']],
    [{ addresses: ['https://a.example'] }, ['addresses']],
    [
      { addresses: { allowed: ['https://a.example', 'a.example', 7] } },
      ['addresses.allowed[1]', 'addresses.allowed[2]'],
    ],
    [{ addresses: { alowed: [] } }, ['addresses.alowed']],
    [{ knowledge: ['web'] }, ['knowledge[0]']],
    [{ agentName: 'Robin' }, ['agentName']],
    [{ policy: {} }, ['policy']],
    [{ constructor: 1, toString: 1 }, ['constructor', 'toString']],
  ])('names what is wrong in %j', (raw, parts) => {
    const policy = parse(raw);
    expect(policy.problems.map(({ part }) => part)).toEqual(parts);
  });

  it('keeps what is good beside what is not', () => {
    const { values, desks } = parse({ kinds: { reply: 'never', article: false }, tone: 3, desks: ['intercom'] });
    expect(values).toEqual({ kinds: { article: false } });
    expect(desks).toEqual([]);
  });

  it.each([[undefined], [null], ['text'], [[1]], [{}]])('is empty for %j', (raw) => {
    expect(parse(raw)).toEqual(noPolicy);
  });

  it('never throws, and always leaves settings that can be used', async () => {
    const names = ['kinds', 'shortcuts', 'language', 'addresses', 'desks', 'knowledge', 'tone', '__proto__'];
    const raw = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.anything());
    await fc.assert(
      fc.asyncProperty(raw, async (given) => {
        const { values } = parse(given);
        for (const [key, value] of Object.entries(values)) {
          const whole =
            key === 'kinds' || key === 'shortcuts' ? { ...defaultSettings[key], ...(value as object) } : value;
          await fakeBrowser.storage.local.set({ [`settings.${key}`]: whole });
          expect((await readSettings())[key as 'tone']).toEqual(whole);
        }
      }),
    );
  });
});

describe('the schema that the browser is given', () => {
  type Schema = { type: string; properties?: Record<string, Schema>; items?: Schema };
  const schema: Schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
  const samples: Record<string, unknown> = { boolean: true, number: 5, array: [], object: {}, string: '' };
  const text: Record<string, string> = { tone: 'warm', language: 'en', theme: 'dark' };

  it('holds exactly what a policy may say', () => {
    const settings = Object.keys(settingSchemas).filter((name) => !(ownSettings as readonly string[]).includes(name));
    const said = ['addresses', 'desks', 'knowledge', ...settings];
    expect(Object.keys(schema.properties ?? {}).toSorted()).toEqual(said.toSorted());
    for (const part of ['kinds', 'shortcuts'] as const)
      expect(Object.keys(schema.properties?.[part]?.properties ?? {})).toEqual(Object.keys(defaultSettings[part]));
  });

  it('gives each the type that is taken', () => {
    const raw = Object.entries(schema.properties ?? {}).map(([name, { type }]) => [name, text[name] ?? samples[type]]);
    expect(parse(Object.fromEntries(raw)).problems).toEqual([]);
  });
});

describe('settings under a policy', () => {
  it('are the organisation’s, whatever the agent stores', async () => {
    await writeSetting('tone', 'warm');
    await fakeBrowser.storage.managed.set({ tone: 'formal', kinds: { reply: false } });
    const settings = await readSettings();
    expect(settings.tone).toBe('formal');
    expect(settings.kinds).toEqual({ ...defaultSettings.kinds, reply: false });
    await writeSetting('tone', 'neutral');
    await writeSetting('kinds', { ...settings.kinds, article: false });
    expect((await readSettings()).tone).toBe('formal');
    await fakeBrowser.storage.managed.clear();
    const after = await readSettings();
    // The agent's own are back as they were, with the one part that was theirs to change.
    expect(after.tone).toBe('warm');
    expect(after.kinds).toEqual({ ...defaultSettings.kinds, article: false });
  });

  it('change when the policy does', async () => {
    const seen: boolean[] = [];
    const stop = watchSettings(({ ghostText }) => seen.push(ghostText));
    await fakeBrowser.storage.managed.set({ ghostText: false });
    await vi.waitFor(() => expect(seen).toEqual([false]));
    await fakeBrowser.storage.managed.set({ ghostText: 'no' });
    await vi.waitFor(() => expect(seen).toEqual([false, true]));
    stop();
  });

  it('are those of the policy read last while a browser that just started does not tell it yet, then of its own', async () => {
    await fakeBrowser.storage.managed.set({ tone: 'formal' });
    await readSettings();
    let tell = (_policy: Record<string, unknown>) => {};
    const get = vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(
      new Promise((resolve) => {
        tell = resolve;
      }),
    );
    const seen: string[] = [];
    const stop = watchSettings(({ tone }) => seen.push(tone));
    expect((await readSettings()).tone).toBe('formal');
    tell({ tone: 'warm' });
    await vi.waitFor(() => expect(seen).toEqual(['warm']));
    stop();
    get.mockRestore();
  });

  it('wait for the browser where no policy was ever read', async () => {
    const get = vi
      .spyOn(fakeBrowser.storage.managed, 'get')
      .mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve({ tone: 'formal' }), 300)));
    expect((await readSettings()).tone).toBe('formal');
    get.mockRestore();
  });

  it('are the agent’s where no policy was ever read and the browser does not answer, until it does', async () => {
    vi.useFakeTimers();
    let tell = (_policy: Record<string, unknown>) => {};
    const answer = new Promise((resolve) => {
      tell = resolve;
    });
    const get = vi
      .spyOn(fakeBrowser.storage.managed, 'get')
      .mockImplementation(() => answer as Promise<Record<string, unknown>>);
    await writeSetting('tone', 'warm');
    const seen: string[] = [];
    const stop = watchSettings(({ tone }) => seen.push(tone));
    const first = readSettings();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await first).tone).toBe('warm');
    tell({ tone: 'formal' });
    await vi.advanceTimersByTimeAsync(200);
    expect(seen.at(-1)).toBe('formal');
    stop();
    get.mockRestore();
    vi.useRealTimers();
  });

  it('are the agent’s where the browser knows no policy', async () => {
    const get = vi
      .spyOn(fakeBrowser.storage.managed, 'get')
      .mockRejectedValue(new Error('No managed storage manifest'));
    await writeSetting('tone', 'warm');
    expect(await readSettings()).toEqual({ ...defaultSettings, tone: 'warm' });
    get.mockRestore();
  });
});
