import { layTable } from '../../lab/table.ts';
import { writeTrustResult } from '../support/trust-result.mjs';
import { brokenPolicy, type Leak, leakContexts, pageContexts, tryLeaks, waysWithoutPolicy } from './leaks.ts';
import { faultsOf, watchSession } from './watch-session.ts';

const say = (line: string) => process.stderr.write(`deskside: ${line}\n`);

say('a session on both practice desks, behind a proxy that refuses every other host …');
const session = await watchSession('long');
say('a leak planted in every context, under the shipped policy …');
const shipped = await tryLeaks('shipped');
say('the same leak under a loose policy, which must get out …');
const loose = await tryLeaks('loose');

const isOut = (leaks: readonly Leak[], { context, way }: Leak) =>
  leaks.some((leak) => leak.context === context && leak.way === way && leak.outcome === 'out');
/** Stopped by the shipped policy and by nothing else: the same leak gets out without it. */
const stopped = shipped.filter((leak) => !isOut(shipped, leak) && isOut(loose, leak));
const broken = brokenPolicy(shipped);
const ours = leakContexts.filter((context) => !pageContexts.includes(context));
const unproved = ours.filter((context) => !stopped.some((leak) => leak.context === context));
const faults = [
  ...faultsOf(session),
  ...broken.map(({ context, way }) => `${context}: a leak got out by ${way}`),
  ...unproved.map((context) => `${context}: no leak was stopped by the policy`),
  ...(brokenPolicy(loose).length > 0 ? [] : ['the check does not see a leak under a loose policy']),
];

const waysOf = (leaks: readonly Leak[]) => leaks.map(({ way }) => way).join(', ') || '–';
const rows = leakContexts.map((context) => {
  const of = (leaks: readonly Leak[]) => leaks.filter((leak) => leak.context === context);
  const whichAre = (outcome: Leak['outcome']) => of(shipped).filter((leak) => leak.outcome === outcome);
  const isPages = pageContexts.includes(context);
  return [
    isPages ? `${context} (the page's policy, not ours)` : context,
    String(of(shipped).length),
    String(of(stopped).length),
    waysOf(whichAre('out')),
    waysOf(whichAre('connected')),
  ];
});
const met = Object.entries(session.met).map(([request, times]) => [`GET ${request}`, String(times)]);
process.stderr.write(
  `\n${layTable(['Asked of a desk by Deskside', 'times'], met)}\n${layTable(
    ['leak planted in', 'ways tried', 'stopped by our policy alone', 'got out', 'host name alone'],
    rows,
  )}\n`,
);
const summary = {
  isProved: faults.length === 0,
  faults,
  session,
  leaks: {
    tried: shipped.length,
    stoppedByPolicy: stopped.length,
    out: shipped.filter(({ outcome }) => outcome === 'out').length,
    outOfOurContexts: broken.length,
    outUnderLoosePolicy: brokenPolicy(loose).length,
    waysWithoutPolicy,
  },
};
process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
for (const fault of faults) say(fault);
if (faults.length === 0)
  writeTrustResult('privacy', {
    'steps of a session on both practice desks': session.steps.length,
    'requests of Deskside to the desks, all GET and all in the README': session.requests.deskside,
    'requests to any other host': session.foreign.length,
    'names looked up': session.lookUps.length,
    'contexts with a planted leak': leakContexts.length,
    'leaks stopped by the policy alone': stopped.length,
    'leaks out of our own contexts that a policy can stop': broken.length,
    'the same leaks under a loose policy': brokenPolicy(loose).length,
  });
process.exit(faults.length === 0 ? 0 : 1);
