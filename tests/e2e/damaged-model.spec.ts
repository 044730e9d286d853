import { cp, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder, type DeskBrowser, launchDesks } from '../support/browser.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { root } from './support.ts';

const weights = 'models/signals-en/onnx/model_quantized.onnx';
let folder: string;
let desks: DeskBrowser;

/** The build with one bit of the weights changed, far from the header, where the runtime itself notices nothing. */
async function damage(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'damaged-'));
  await cp(buildFolder, copy, { recursive: true });
  const file = await open(path.join(copy, weights), 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, 5_000_000);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await file.write(byte, 0, 1, 5_000_000);
  await file.close();
  return copy;
}

test.beforeAll(async () => {
  folder = await damage();
  desks = await launchDesks({ extension: folder });
});
test.afterAll(async () => {
  await desks?.close();
  await rm(folder, { recursive: true, force: true });
});

test('refuses a damaged weight file, names it, and says so on the ticket', async () => {
  const page = await openExtensionPage(desks);
  await expect
    .poll(async () => (await callEngine(page, 'state')).model, { timeout: 20_000 })
    .toMatchObject({
      status: 'failed',
      failure: 'file-damaged',
      message: 'Model file damaged: onnx/model_quantized.onnx',
      coldStartMs: null,
    });
  const ticket = await desks.openTicket('zendesk', 101);
  await ticket.bringToFront();
  await expect(ticket.getByRole('heading', { name: 'A model file is damaged' })).toBeVisible({ timeout: 15_000 });
  await expect(root(ticket)).not.toHaveAttribute('data-signals-key');
});
