import { join } from 'node:path';
import Papa from 'papaparse';
import { type Labelled, readSet } from '../few-shot-sets';

/** A text with the places of its labels. */
export type LabelledText = { text: string; labels: number[] };
export type Parts<T> = { train: T[]; validation: T[]; test: T[] };

const linesOf = (path: string) => readSet(path).replace(/\n$/, '').split('\n');

/** GoEmotions in one of its groupings, with the names of the labels. */
export function readGoEmotions(root: string, grouping: 'ekman' | 'group'): Parts<LabelledText> & { labels: string[] } {
  const folder = join(root, 'goemotions', grouping);
  const rows = (part: string) =>
    linesOf(join(folder, `${part}.tsv`)).map((line) => {
      const [text = '', labels = ''] = line.split('\t');
      return { text, labels: labels.split(',').map(Number) };
    });
  const labels = linesOf(join(folder, 'labels.txt')).filter((name) => name.trim() !== '');
  return { train: rows('train'), validation: rows('dev'), test: rows('test'), labels };
}

function readPairs(folder: string, part: string): LabelledText[] {
  const labels = linesOf(join(folder, `${part}_labels.txt`));
  return linesOf(join(folder, `${part}_text.txt`)).map((text, at) => ({ text, labels: [Number(labels[at])] }));
}

/** UMSAB, one language by its name in words; negative, neutral, positive. */
export function readUmsab(root: string, language: string): Parts<LabelledText> {
  const folder = join(root, 'xlmt_sentiment', language);
  return { train: readPairs(folder, 'train'), validation: readPairs(folder, 'val'), test: readPairs(folder, 'test') };
}

/** A tweet as TweetEval writes it: escapes read, people and addresses without their names. */
export function plainTweet(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/@\w+/g, '@user')
    .replace(/https?:\S+/g, 'http');
}

const tweetFiles = [
  'twitter-2013train-A',
  'twitter-2013dev-A',
  'twitter-2015train-A',
  'twitter-2016train-A',
  'twitter-2016dev-A',
  'twitter-2016devtest-A',
];

/**
 * TweetEval's sentiment. The text of its training part is not at hand; it is made of SemEval's files of 2013 to 2016, of
 * which those for training and development are read.
 */
export function readTweetEval(root: string): Parts<LabelledText> {
  const names = ['negative', 'neutral', 'positive'];
  const train = tweetFiles.flatMap((file) =>
    linesOf(join(root, 'semeval_sentiment', `${file}.tsv`)).flatMap((line) => {
      const [, label = '', text = ''] = line.split('\t');
      const place = names.indexOf(label);
      return place < 0 || text === 'Not Available' ? [] : [{ text: plainTweet(text), labels: [place] }];
    }),
  );
  const folder = join(root, 'tweeteval', 'sentiment');
  return { train, validation: readPairs(folder, 'val'), test: readPairs(folder, 'test') };
}

const arabicTests = ['MSA', 'PAL', 'Saudi', 'Moroccan', 'Tunisian'] as const;

/** ArBanking77: training rows in standard and Palestinian Arabic, one test a variety, the standard first. */
export function readArBanking(root: string): { train: Labelled[]; tests: { variety: string; rows: Labelled[] }[] } {
  const read = (name: string) =>
    Papa.parse<{ label: string; text: string }>(readSet(join(root, 'arbanking77', `Banking77_Arabized_${name}.csv`)), {
      header: true,
      skipEmptyLines: true,
      transformHeader: (header) => header.replace(/^\uFEFF/, '').trim(),
    }).data.map(({ label, text }) => ({ text, intent: label.trim() }));
  return {
    train: read('MSA_PAL_train'),
    tests: arabicTests.map((variety) => ({ variety, rows: read(`${variety}_test`) })),
  };
}
