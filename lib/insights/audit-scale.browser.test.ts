import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../core/audit';
import { defaultSettings } from '../core/settings';
import { createAuditStore } from '../storage/audit-store';
import { openDatabase } from '../storage/database';
import { createAuditKeeper } from './audit-keeper';

const rows = 100_000;
const kinds = ['shown', 'shown', 'silent', 'inserted', 'copied'] as const;

async function timed<T>(name: string, work: () => Promise<T>, most: number): Promise<T> {
  const start = performance.now();
  const result = await work();
  const tookMs = performance.now() - start;
  console.info(`${name}: ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(most);
  return result;
}

describe('a log of 100,000 rows in the browser', () => {
  it('is written, paged, verified and exported in bounded time', async () => {
    const database = openDatabase('audit-scale');
    const store = createAuditStore(database);
    const now = Date.UTC(2026, 10, 30);
    const keeper = createAuditKeeper({ store, settings: () => defaultSettings, now: () => now });
    const place = { site: 'https://acme.zendesk.com', model: 'signals-en@3.0.0', confidence: 0.812, threshold: 0.68 };
    const noted = async () => {
      for (let at = 0; at < rows; at += 1) {
        const kind: AuditEntry['kind'] = kinds[at % kinds.length] ?? 'shown';
        const ticket = (at % 4_000).toString(16).padStart(16, '0');
        keeper.note({ kind, ...place, ticket, turn: at.toString(16).padStart(16, '0'), count: at });
        if (at % 2_000 === 1_999) await keeper.flush();
      }
    };
    await timed('written', noted, 240_000);
    const list = (filter: Parameters<typeof keeper.list>[0], offset: number) =>
      keeper.list(filter, { offset, limit: 50 });
    const newest = await timed('the newest page', () => list({}, 0), 3_000);
    expect([newest.total, newest.items[0]?.count]).toEqual([rows, rows - 1]);
    const oldest = await timed('the oldest page', () => list({}, rows - 50), 3_000);
    expect(oldest.items.at(-1)?.count).toBe(0);
    const ofKind = await timed('the oldest page of a kind', () => list({ kind: 'shown' }, 39_950), 3_000);
    expect([ofKind.total, ofKind.items.length]).toEqual([40_000, 50]);
    const ofTicket = await timed('the rows of a ticket', () => list({ ticket: '7'.padStart(16, '0') }, 0), 3_000);
    expect(ofTicket.total).toBe(25);
    const verify = async () => {
      keeper.check('start');
      await expect.poll(() => keeper.check('look').progress, { timeout: 120_000 }).toBeNull();
      return keeper.check('look').verdict;
    };
    expect(await timed('verified', verify, 120_000)).toMatchObject({ rows, firstBroken: null });
    await database.audit.update(61_234, { confidence: 0.9 });
    expect((await verify())?.firstBroken).toEqual({ seq: 61_234, place: 61_234, fault: 'altered' });
    await database.delete();
  }, 400_000);
});
