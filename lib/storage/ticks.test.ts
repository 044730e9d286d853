import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetTicks, openTicks, ticksKey } from './ticks';

const stored = async () => (await fakeBrowser.storage.local.get(ticksKey))[ticksKey];

describe('openTicks', () => {
  beforeEach(() => fakeBrowser.reset());

  it('keeps ticks for the next page, beside those of another tab', async () => {
    const [here, there] = [await openTicks(), await openTicks()];
    here.set('a|1|p', { s1: true });
    await expect.poll(stored).toEqual({ 'a|1|p': { s1: true } });
    there.set('a|2|p', { s2: false });
    await expect.poll(stored).toEqual({ 'a|1|p': { s1: true }, 'a|2|p': { s2: false } });
    expect((await openTicks()).get('a|1|p')).toEqual({ s1: true });
  });

  it('forgets those of the tickets that are named', async () => {
    await fakeBrowser.storage.local.set({ [ticksKey]: { 'a|1|p': { s: true }, 'b|1|q': { s: true }, 'a|2|p': {} } });
    expect(await forgetTicks(['1', '7'])).toBe(2);
    expect(await stored()).toEqual({ 'a|2|p': {} });
    expect(await forgetTicks(['1'])).toBe(0);
  });

  it('starts empty from what is no such record', async () => {
    await fakeBrowser.storage.local.set({ [ticksKey]: { x: 'y' } });
    expect((await openTicks()).get('x')).toBeUndefined();
  });

  it('forgets what was ticked longest ago', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_value, index) => [`t|${index}`, { s: true }]));
    await fakeBrowser.storage.local.set({ [ticksKey]: many });
    (await openTicks()).set('new', { s: true });
    await expect.poll(async () => Object.keys((await stored()) as object).at(-1)).toBe('new');
    expect(Object.keys((await stored()) as object)).toHaveLength(300);
    expect(Object.keys((await stored()) as object)).not.toContain('t|0');
  });
});
