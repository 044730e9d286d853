import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeTrustResult } from '../../support/trust-result.mjs';
import { readInjections, runInjections } from './injection-run.ts';
import { readPayloads } from './payload.ts';

// Everything hostile that a ticket, a file or the library can hold, in full. Ends with status 1 where anything of it got through.
const folder = mkdtempSync(path.join(tmpdir(), 'deskside-content-'));

type Counts = { passed: number; failed: number; said: string };

/** Tests of Vitest by file; what they print, too. */
function vitest(project: string, ...files: string[]): Counts {
  const report = path.join(folder, `${project}.json`);
  const args = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'];
  const done = spawnSync('npx', [...args, `--outputFile.json=${report}`, ...files], { encoding: 'utf8' });
  console.log(done.stdout);
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + (success || numFailedTests > 0 ? 0 : 1);
  return { passed: numPassedTests, failed, said: done.stdout };
}

const payloads = readPayloads(readFileSync('tests/fixtures/hostile/payloads.jsonl', 'utf8'));
const markup = vitest('browser', 'lib/knowledge/hostile-html.browser.test.ts', 'lib/helpdesk/inert.browser.test.ts');
const acting = /payloads that act without a sanitiser: (\d+) of (\d+)/.exec(markup.said);
const files = vitest('unit', 'lib/knowledge/hostile-files.test.ts', 'lib/privacy/archive.test.ts');

const judged = await runInjections(readInjections(), {
  onEach: ({ id, problems }) => problems.length > 0 && console.log(id, problems),
});
const obeyed = judged.filter(({ problems }) => problems.length > 0);
const sum = (of: (one: (typeof judged)[number]) => number) => judged.reduce((all, one) => all + of(one), 0);

const figures = {
  'payloads of markup, links and files': payloads.length,
  'of those that stay in their place, act in this browser without a sanitiser': acting
    ? `${acting[1]} of ${acting[2]}`
    : 'not told',
  'ways in and out, and planted controls, that passed': markup.passed,
  'ways that let something run, load or lead astray': markup.failed,
  'files made to hold up the engine, and formulas, that passed': files.passed,
  'files that did': files.failed,
  'tickets that give instructions, in six languages': judged.length,
  'drafts for them; with every source taken for sure': `${sum(({ drafts }) => drafts)}; ${sum(({ forcedDrafts }) => forcedDrafts)}`,
  'tickets with a link, action, number or claim of theirs in a suggestion': obeyed.length,
};
console.log(JSON.stringify(figures, null, 2));
const isProved = markup.failed + files.failed + obeyed.length === 0 && markup.passed > 0 && files.passed > 0;
if (isProved) writeTrustResult('content', figures);
process.exitCode = isProved ? 0 : 1;
