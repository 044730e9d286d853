import { languages } from './support-languages';

/** What a figure is called in the table, what it is to reach, and what it stands beside. Percent where nothing else is said. */
export type Goal = {
  name: string;
  atLeast?: number;
  atMost?: number;
  /** Points by which it is to be above the frozen figure. */
  lead?: number;
  /** What it is to be of the frozen figure, at least: 1.15 for 15 % more. */
  ratio?: number;
  /** Of other systems, as published. */
  published?: string;
  /** Frozen base weights under a logistic regression, measured before; a figure measured in the run itself goes first. */
  frozen?: number;
};

const publicRows: Record<string, Goal> = {
  'banking77.full': {
    name: 'BANKING77, all training rows, accuracy',
    atLeast: 94,
    frozen: 93.1,
    published: 'tuned BERT 93.7',
  },
  'banking77.10shot': {
    name: 'BANKING77, 10 examples an intent',
    atLeast: 88,
    frozen: 85.6,
    published: 'CPFT 87.2, ICDA 89.8',
  },
  'banking77.5shot': { name: 'BANKING77, 5 examples an intent', atLeast: 83, frozen: 80.1, published: 'CPFT 80.9' },
  'clinc150.10shot': { name: 'CLINC150, 10 examples an intent', atLeast: 94.2, frozen: 90.9, published: 'CPFT 94.2' },
  'hwu64.10shot': { name: 'HWU64, 10 examples an intent', atLeast: 87.1, frozen: 83.4, published: 'CPFT 87.1' },
  'clinc150.inScope': { name: 'CLINC150, in-scope accuracy', atLeast: 96.2, frozen: 94.2, published: 'BERT 96.2' },
  'clinc150.oosRecall': { name: 'CLINC150, out-of-scope recall', atLeast: 75, frozen: 68.8, published: 'BERT 52.3' },
  'goemotions.ekman': { name: 'GoEmotions, Ekman, macro-F1', atLeast: 61, frozen: 56.9, published: 'BERT-base 62.4' },
  'goemotions.group': { name: 'GoEmotions, group, macro-F1', atLeast: 70, frozen: 65, published: 'BERT-base 70.1' },
  'tweeteval.sentiment': {
    name: 'TweetEval sentiment, macro-recall',
    atLeast: 70,
    frozen: 66.2,
    published: 'RoBERTa-base 71.3',
  },
  'umsab.mean': { name: 'UMSAB sentiment, macro-F1, mean of six', atLeast: 69, frozen: 63.4, published: 'XLM-R 68.7' },
  'umsab.ar': { name: '– Arabic', frozen: 66, published: 'XLM-R 64.3' },
  'umsab.en': { name: '– English', frozen: 67, published: 'XLM-R 68.5' },
  'umsab.es': { name: '– Spanish', frozen: 60, published: 'XLM-R 68.6' },
  'umsab.fr': { name: '– French', frozen: 64, published: 'XLM-R 70.5' },
  'umsab.de': { name: '– German', frozen: 60, published: 'XLM-R 72.8' },
  'umsab.pt': { name: '– Portuguese', frozen: 63, published: 'XLM-R 69.8' },
  'arbanking77.standard': { name: 'ArBanking77, 10 examples, standard', atLeast: 76, frozen: 69.9 },
  'arbanking77.dialects': { name: 'ArBanking77, 10 examples, mean of four dialects', atLeast: 60, frozen: 48.1 },
};

const supportNames = {
  sentiment: ['sentiment, macro-F1', 80],
  emotion: ['emotion, macro-F1', 62],
  urgency: ['urgency, macro-F1', 68],
  intents1: ['intent first, accuracy', 82],
  intents3: ['intent in the first three', 95],
  flags: ['flags shown, micro-F1', 72],
} as const;

const languageNames: Record<string, string> = {
  en: 'English',
  ar: 'Arabic',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  pt: 'Portuguese',
};
const heads = ['sentiment', 'emotion', 'urgency', 'intents', 'flags'];

function supportRows(): [string, Goal][] {
  return languages.flatMap((language) => {
    const rows = Object.entries(supportNames).map(([name, [words, goal]]): [string, Goal] => [
      `support.${language}.${name}`,
      { name: `ours, ${languageNames[language]}: ${words}`, ...(language === 'en' ? { atLeast: goal, lead: 12 } : {}) },
    ]);
    const errors = heads.map((head): [string, Goal] => [
      `ece.${language}.${head}`,
      { name: `ours, ${languageNames[language]}: ${head}, calibration error`, atMost: 5 },
    ]);
    return [...rows, ...errors];
  });
}

/** A language has so few test messages that even perfect confidences are some points off by chance; all together less. */
const errorsOfAll = heads.map((head): [string, Goal] => [
  `ece.all.${head}`,
  { name: `ours, all languages: ${head}, calibration error`, atMost: 5 },
]);

const ownRows: Record<string, Goal> = {
  'matching.first': { name: 'matching, English: right document first', atLeast: 68 },
  'matching.firstThree': { name: 'matching, English: in the first three', atLeast: 88 },
  'matching.base.first': { name: 'the same, BM25 + MiniLM off the shelf: first', atMost: 45 },
  'matching.base.firstThree': { name: 'the same, BM25 + MiniLM off the shelf: first three', atMost: 65 },
  'matching.other.firstThree': { name: 'matching, other languages: in the first three' },
  'matching.other.gap': { name: 'English less other languages, first three', atMost: 8 },
  'dstc10.recall1': { name: 'dstc10 turns to snippets, recall@1', ratio: 1.15 },
  'dstc10.mrr5': { name: 'dstc10 turns to snippets, MRR@5', ratio: 1.15 },
  'bias.all': { name: 'swaps that flip sentiment or urgency', atMost: 2 },
  'bias.country': { name: '– country words' },
  'bias.dialect': { name: '– dialect and spelling' },
  'bias.gender': { name: '– gender words' },
  'bias.name': { name: '– names' },
  'bias.religion': { name: '– religion words' },
  'bias.signature': { name: '– names under our test messages' },
  'size.all': { name: 'all weights on disk, MB', atMost: 60 },
  'speed.encoder': { name: 'time of encoder and second stage' },
};

const all = new Map<string, Goal>([
  ...Object.entries(publicRows),
  ...supportRows(),
  ...errorsOfAll,
  ...Object.entries(ownRows),
]);

/** Every named figure in the order of the table. */
export const goalIds: readonly string[] = [...all.keys()];

/** Points below English that another language may lie. */
const languageGap = 8;

/** What is known of a figure by its name; a figure without a goal is called by its id. */
export function goalOf(id: string): Goal {
  return all.get(id) ?? { name: id };
}

/** The goal of a figure in the light of the others: another language is measured against English. */
export function goalAmong(id: string, figureValue: (id: string) => number | null): Goal {
  const goal = goalOf(id);
  const [family, language, name] = id.split('.');
  if (family !== 'support' || language === 'en') return goal;
  const english = figureValue(`support.en.${name}`);
  return english === null ? goal : { ...goal, atLeast: Math.round((english - languageGap) * 100) / 100 };
}

/** Whether a figure tells how well something is recognised or found, so that a lower one is a loss. */
export function isRecognition(id: string): boolean {
  return !/^(ece|bias|size|speed)\.|\.gap$|\.base\./.test(id);
}
