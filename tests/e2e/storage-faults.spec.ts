import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { batteryLibrary } from '../desks/fernway/index.ts';
import { probeEngine } from '../support/engine-faults.ts';
import { type Session, shownFor, startSession } from './chaos-support.ts';
import { draft, importKnowledge, sleepingBattery } from './support.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let session: Session;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  session = await startSession(1, batteryLibrary);
});
test.afterAll(() => session?.close());

const arrive = async (text: string) => shownFor(session.page(), session.ticketId(), session.arrive(text));

test('a clock that leaps a year ahead, then back by a day, changes nothing in what is suggested', async () => {
  const probe = await probeEngine(session.browser());
  const day = 86_400_000;
  for (const days of [365, -1]) {
    const expression = `globalThis.realNow ??= Date.now; Date.now = () => realNow() + ${days * day}`;
    await probe.send('Runtime.evaluate', { expression });
    await session.page().evaluate(expression);
    expect(await arrive(`${sleepingBattery} It is ${days} days later.`), `${days} days`).not.toBeNull();
    await expect(draft(session.page())).toBeVisible();
  }
  await probe.send('Runtime.evaluate', { expression: 'Date.now = realNow' });
  await probe.close();
});

test('the database deleted under the engine: suggestions go on without it, and it is filled anew', async () => {
  const own = await session.own();
  const outcome = await own.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const deleting = indexedDB.deleteDatabase('deskside');
        deleting.onsuccess = () => resolve('deleted');
        deleting.onerror = () => resolve('failed');
        deleting.onblocked = () => setTimeout(() => resolve('blocked'), 5_000);
      }),
  );
  expect(outcome).toBe('deleted');
  expect(await arrive(`${sleepingBattery} And now?`)).not.toBeNull();
  await session.reopenTab('reloaded');
  expect(await shownFor(session.page(), session.ticketId(), session.count())).not.toBeNull();
  expect((await importKnowledge(session.page())).macros).toBeGreaterThan(0);
  await expect(draft(session.page())).toBeVisible();
});

test('the database damaged on the disk: the engine starts, and what was lost is imported again', async () => {
  let damaged = 0;
  await session.restartBrowser('closed', async (profile) => {
    const root = path.join(profile, 'Default', 'IndexedDB');
    for (const folder of (await readdir(root)).filter((name) => name.startsWith('chrome-extension_')))
      for (const name of await readdir(path.join(root, folder))) {
        if (!/\.(ldb|log)$|^MANIFEST/.test(name)) continue;
        const file = path.join(root, folder, name);
        const bytes = await readFile(file);
        for (let at = 7; at < bytes.length; at += 13) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
        await writeFile(file, bytes);
        damaged += 1;
      }
  });
  expect(damaged).toBeGreaterThan(0);
  expect(await shownFor(session.page(), session.ticketId(), session.count())).not.toBeNull();
  expect(await arrive(`${sleepingBattery} Still there?`)).not.toBeNull();
  expect((await importKnowledge(session.page())).macros).toBeGreaterThan(0);
  await expect(draft(session.page())).toBeVisible();
});
