import { expect, it } from 'vitest';
import type { SiteScript } from './sync-sites';
import { takeOver } from './take-over';

it('runs every declared script in its own world, in the order of the manifest', async () => {
  const ran: SiteScript[] = [];
  const matches = ['https://*.zendesk.com/*'];
  const declared = [
    { matches, js: ['content-scripts/helpdesk.js'] },
    { matches, js: ['content-scripts/insert.js'], world: 'MAIN' },
    { matches, css: ['a.css'] },
  ];
  await takeOver(declared, { runNow: async (script) => void ran.push(script) });
  expect(ran.map(({ file, world }) => [file, world])).toEqual([
    ['content-scripts/helpdesk.js', 'ISOLATED'],
    ['content-scripts/insert.js', 'MAIN'],
  ]);
  expect(ran.every((script) => script.matches === matches)).toBe(true);
});
