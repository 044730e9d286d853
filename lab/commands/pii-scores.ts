import { personalDataKinds } from '../../lib/core/privacy';
import { findPersonalData } from '../../lib/guard/personal-data';
import type { Command } from '../command';
import { readFlags, UsageError } from '../flags';
import { type PiiCounts, scorePii, sumCounts } from '../pii-score';
import { piiParts, readPiiSet } from '../pii-set';
import { layTable } from '../table';

const share = (part: number, all: number) => (all === 0 ? '' : (part / all).toFixed(3));
const line = (name: string, { labelled, found, removed, marked, right }: PiiCounts) => [
  name,
  String(labelled),
  share(found, labelled),
  share(right, marked),
  share(removed, labelled),
];

/** `pii-scores`: how much of the personal data in labelled messages is found, and how much of what is marked is some. */
export const piiScores: Command = {
  help: 'pii-scores [--part test|fresh|dev] [--errors yes]    recall and precision by kind and by language on lab/data/pii; errors are told of dev only',
  async run(args, { output }) {
    const flags = readFlags(args, ['--part', '--errors']);
    const asked = flags.get('--part') ?? 'test';
    const part = piiParts.find((one) => one === asked);
    if (!part) throw new UsageError(`--part is one of ${piiParts.join(', ')}.`);
    if (flags.has('--errors') && part !== 'dev') throw new UsageError('Errors are told of the dev part only.');
    const messages = readPiiSet(part);
    const { counts, errors } = scorePii(messages, (text) => findPersonalData(text));
    const languages = [...new Set(messages.map(({ language }) => language))];
    const heading = ['', 'labelled', 'recall', 'precision', 'removed'];
    const isName = (key: string) => key.endsWith(' name');
    const isLoose = (key: string) => isName(key) || key.endsWith(' address');
    output.write(`${part}: ${messages.length} messages\n`);
    output.write(
      layTable(heading, [
        ...personalDataKinds.map((kind) =>
          line(
            kind,
            sumCounts(counts, (key) => key.endsWith(` ${kind}`)),
          ),
        ),
        line(
          'with a structure',
          sumCounts(counts, (key) => !isLoose(key)),
        ),
        line(
          'with a structure, and addresses',
          sumCounts(counts, (key) => !isName(key)),
        ),
        line(
          'all',
          sumCounts(counts, () => true),
        ),
        ...languages.flatMap((language) => [
          line(
            `${language}: all but names`,
            sumCounts(counts, (key) => key.startsWith(`${language} `) && !isName(key)),
          ),
          line(
            `${language}: names`,
            sumCounts(counts, (key) => key === `${language} name`),
          ),
        ]),
      ]),
    );
    if (flags.has('--errors')) for (const error of errors) output.write(`${JSON.stringify(error)}\n`);
    return 0;
  },
};
