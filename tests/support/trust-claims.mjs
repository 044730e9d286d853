/**
 * What TRUST.md claims, and the measurements behind it. A measurement's `command` is what a person runs to repeat it;
 * the command ends with `writeTrustResult(name, figures)` of `trust-result.mjs`.
 * @typedef {{ name: string, command: string }} Measurement
 * @typedef {{ claim: string, measurements: Measurement[] }} Claim
 */

/** @type {Claim[]} */
export const claims = [
  {
    claim: 'Privacy: nothing of a conversation leaves the browser',
    measurements: [{ name: 'privacy', command: 'npm run prove:privacy' }],
  },
  {
    claim: 'Least power: every permission has a reason, and none is spare',
    measurements: [{ name: 'store', command: 'npm run zip:store' }],
  },
  {
    claim: 'Hostile pages and content: nothing in a ticket, file or page makes Deskside act',
    measurements: [{ name: 'content', command: 'npm run prove:content' }],
  },
  {
    claim: 'Personal data is found before it leaves, and taken out of what is kept',
    measurements: [{ name: 'pii', command: 'npm run prove:pii' }],
  },
  {
    claim: 'Right on the page: who said what is read as it stands, and a reply goes in exactly or not at all',
    measurements: [
      { name: 'exactness', command: 'npm run exactness' },
      { name: 'matrix', command: 'npm run matrix' },
    ],
  },
  {
    claim: 'Audit: what was shown and what was done with it can be read back, and a changed row is found',
    measurements: [{ name: 'audit', command: 'npm run prove:audit' }],
  },
  {
    claim: 'Steady: faults are named and outlived, a long day leaks nothing',
    measurements: [
      { name: 'life', command: 'npm run life' },
      { name: 'chaos', command: 'npm run chaos' },
      { name: 'soak', command: 'npm run soak' },
    ],
  },
  {
    claim: 'Quiet on the page: the helpdesk stays as fast as it is',
    measurements: [
      { name: 'quiet', command: 'npm run life' },
      { name: 'quiet-page', command: 'npm run prove:quiet' },
    ],
  },
  {
    claim: 'Accessible: by keyboard and screen reader, WCAG 2.2 AA',
    measurements: [{ name: 'accessible', command: 'npm run a11y' }],
  },
  {
    claim: 'Languages: the whole interface in each',
    measurements: [{ name: 'languages', command: 'npm run a11y' }],
  },
  {
    claim: 'Fair: a message is read by what it says, not by who wrote it',
    measurements: [{ name: 'bias', command: 'npm run prove:bias' }],
  },
  {
    claim: 'For IT: the same sources give the same bytes',
    measurements: [{ name: 'build', command: 'npm run prove:build' }],
  },
  {
    claim: 'For IT: it is known what is inside, and under which licences',
    measurements: [{ name: 'licences', command: 'npm run sbom' }],
  },
];
