import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toTicket } from './conversation';
import { ownId, readDesk } from './desk';
import { UsageError } from './flags';
import { chooseThreshold, expectedCalibrationError, fitLogistic, precisionAt } from './logistic';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the lab as a person would. */
function lab(args: string[], input: string): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'lab/main.ts', ...args], { cwd: root });
  const read = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    read.out += data;
  });
  child.stderr.on('data', (data) => {
    read.err += data;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...read })));
}

describe('the lab', () => {
  it('answers line by line, in order, and goes on after a bad line', async () => {
    const lines = ['{"id":"a","text":"mail a@b.example"}', 'nonsense', '{"id":"b"}', '', '{"id":"c","text":"nothing"}'];
    const { status, out, err } = await lab(['pii'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers[0]).toEqual({ id: 'a', spans: [{ start: 5, end: 16, kind: 'email' }] });
    expect(answers[1]).toMatchObject({ id: null, line: 2 });
    expect(answers[2]).toEqual({ id: null, line: 3, error: '"text" must be a string' });
    expect(answers[3]).toEqual({ id: 'c', spans: [] });
    expect(status).toBe(1);
    expect(err).toBe('');
  }, 30_000);

  it.each([
    [['pii', '--nonsense', '1'], /--nonsense/],
    [['dance'], /no command dance/],
    [['suggest'], /--desk is missing/],
    [['claims'], /--desk is missing/],
    [['claims', '--desk', 'lab/data/desks/boardly.json'], /--in is missing/],
    [['claims', '--desk', 'lab/data/desks/boardly.json', '--count', 'many'], /--count must/],
    [['suggest', '--desk', '/nowhere.json'], /no file \/nowhere\.json/],
    [['search', '--corpus'], /needs a value/],
    [['intents'], /--train is missing/],
    [['matching'], /--folder is missing/],
    [['matching', '--folder', 'training/data/matching', '--centres', 'nowhere'], /No help centre nowhere/],
    [
      ['matching', '--folder', 'training/data/matching', '--part', 'test', '--centres', 'pos'],
      /No help centre pos of test/,
    ],
    [['matching', '--folder', 'training/data/matching', '--part', 'dance'], /--part must be/],
    [['matching', '--snippets', '/nowhere'], /no file \/nowhere\/knowledge\.json/],
    [['languages'], /--public is missing/],
    [['self-test', '--nonsense', '1'], /--nonsense/],
    [['intent-scores', '--public', '/nowhere'], /no file \/nowhere\/banking77/],
    [['intent-scores', '--public', '/nowhere', '--part', 'dance'], /--part must be/],
  ])(
    'says in one sentence what is wrong with %j',
    async (args, message) => {
      const { status, out, err } = await lab(args, '');
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).toMatch(message);
    },
    30_000,
  );

  it('explains itself', async () => {
    const { status, out } = await lab(['search', '--help'], '');
    expect(status).toBe(0);
    expect(out).toContain('--corpus');
  }, 30_000);
});

describe('search and matching', () => {
  const corpus = [
    ['refund', 'When your money comes back', 'We pay a refund to your card within ten working days of the return.'],
    ['password', 'Reset your password', 'Open the sign-in page and choose the link to get a new password by mail.'],
    ['address', 'Change where we deliver', 'You can change the delivery address until the parcel leaves our store.'],
    ['battery', 'The battery does not charge', 'Clean the contacts and leave it on the charger for an hour.'],
  ].map(([id, title, text]) => JSON.stringify({ id, title, text }));

  it('finds the English article for a question in each language', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'corpus-')), 'corpus.jsonl');
    writeFileSync(path, corpus.join('\n'));
    const asked = [
      ['refund', 'لم تصلني فلوسي بعد ما رجعت المنتج'],
      ['password', 'Ich komme nicht mehr in mein Konto, ich habe das Kennwort vergessen'],
      ['address', 'Me he mudado, ¿pueden enviar el paquete a mi nueva casa?'],
      ['battery', 'La batterie reste vide même après une nuit branchée'],
      ['refund', 'Devolvi o produto e ainda não recebi o dinheiro'],
    ];
    const input = asked.map(([id, query]) => JSON.stringify({ id, query })).join('\n');
    const { status, out } = await lab(['search', '--corpus', path, '--top', '1'], input);
    const first = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).hits[0]?.id);
    expect(first).toEqual(asked.map(([id]) => id));
    expect(status).toBe(0);
  }, 60_000);

  it('prints by language how often the right document comes first and in the first three', async () => {
    const { status, out } = await lab(['matching', '--folder', 'training/data/matching', '--centres', 'pos'], '');
    const rows = new Map(out.split('\n').map((line) => [line.slice(0, 44).trim(), line.slice(44).trim().split(/ +/)]));
    const [count, first, firstThree] = (rows.get('train en words + vector') ?? []).map(Number);
    expect(count).toBeGreaterThan(30);
    expect(first).toBeGreaterThan(0.3);
    expect(firstThree).toBeGreaterThan(first ?? 1);
    expect(Number(rows.get('train not English words + vector')?.[2])).toBeGreaterThan(
      Number(rows.get('train not English words')?.[2]),
    );
    expect(status).toBe(0);
  }, 60_000);
});

describe('intents', () => {
  const train = [
    ['espresso', 'The machine leaks water under the tray'],
    ['espresso', 'Water everywhere below the coffee maker'],
    ['espresso', 'There is a puddle under my espresso machine each morning'],
    ['espresso', 'It drips from the bottom when I brew'],
    ['grinder', 'The grinder only hums and no beans move'],
    ['grinder', 'Burrs are stuck, nothing gets ground'],
    ['grinder', 'My grinder stalls on dark roasts'],
    ['grinder', 'No coffee grounds come out of the mill'],
    ['voucher', 'Where do I type in my gift card'],
    ['voucher', 'My voucher code is not taken at the till'],
    ['voucher', 'Can I pay a part with a gift voucher'],
    ['voucher', 'The gift card balance shows zero'],
  ].map(([intent, text]) => JSON.stringify({ intent, text }));

  it('learns from a few lines and says null to what is none of them', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'intents-')), 'train.jsonl');
    writeFileSync(path, train.join('\n'));
    const asked = [
      { id: 'a', text: 'floor is wet, water comes out underneath the machine' },
      { id: 'b', text: 'grinder makes a noise but no ground coffee' },
      { id: 'c', text: 'how can I redeem the gift card I got' },
      { id: 'd', text: 'who won the football match in Lisbon last night' },
    ];
    const { status, out } = await lab(['intents', '--train', path], asked.map((row) => JSON.stringify(row)).join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, intent }) => [id, intent])).toEqual([
      ['a', 'espresso'],
      ['b', 'grinder'],
      ['c', 'voucher'],
      ['d', null],
    ]);
    expect(answers[0].confidence).toBeGreaterThan(answers[3].confidence);
    expect(status).toBe(0);
  }, 60_000);

  it('names the training line that lacks its intent', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'intents-')), 'train.jsonl');
    writeFileSync(path, `${train[0]}\n{"text":"no intent"}`);
    const { status, err } = await lab(['intents', '--train', path], '');
    expect([status, err.includes('line 2')]).toEqual([2, true]);
  }, 60_000);
});

describe('readDesk', () => {
  const file = (content: unknown) => {
    const path = join(mkdtempSync(join(tmpdir(), 'desk-')), 'desk.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('reads articles, macros and playbooks with their own ids', () => {
    const desk = readDesk(
      file({
        articles: [{ id: 'a', title: 'A', body: '<p>One &amp; two</p>', section: 'S' }],
        macros: [{ id: 'm', title: 'M', body: 'Hi {{ticket.requester.first_name}},\nok' }],
        playbooks: [{ id: 'p', title: 'P', intent: 'tech.bug', steps: [{ id: 1, text: 'Ask why', kind: 'ask' }] }],
      }),
    );
    expect(desk.articles[0]?.item.text).toBe('One & two');
    expect(ownId(desk.macros[0]?.item.id ?? '')).toBe('m');
    expect(desk.playbooks[0]?.steps).toEqual([{ id: '1', text: 'Ask why', kind: 'ask' }]);
  });

  it.each(['[]', 'x', '{"articles":1}', '{"macros":[{"id":"a"}]}'])('refuses %s', (content) => {
    expect(() => readDesk(file(content))).toThrow(UsageError);
  });
});

describe('toTicket', () => {
  it.each([
    [{ id: 'a' }],
    [{ id: 'a', turns: [{ role: 'ghost', text: 'x' }] }],
    [{ turns: [] }],
    [{ id: 'a', turns: [{ role: 'agent' }] }],
  ])('refuses %j', (row) => {
    expect(() => toTicket(row)).toThrow(/must be/);
  });
});

describe('calibration', () => {
  const examples = Array.from({ length: 200 }, (_value, index) => {
    const x = (index % 20) / 10 - 1;
    // Odds of sigmoid(4x), spread evenly over each value of x.
    return { features: { x, flat: 3 }, label: (index / 200 + 0.0025 < 1 / (1 + Math.exp(-4 * x)) ? 1 : 0) as 0 | 1 };
  });

  it('finds the slope and leaves a constant feature alone', () => {
    const { weights } = fitLogistic(examples, ['x', 'flat'], 0.0001);
    expect(weights.x).toBeGreaterThan(2.5);
    expect(Math.abs(weights.flat ?? 1)).toBeLessThan(1e-6);
  });

  it('is the same each time', () => {
    expect(fitLogistic(examples, ['x'])).toEqual(fitLogistic(examples, ['x']));
  });

  it('measures calibration and chooses thresholds', () => {
    const judged = [0.9, 0.9, 0.9, 0.9, 0.3, 0.3].map((confidence, index) => ({ confidence, isRight: index < 4 }));
    expect(expectedCalibrationError(judged)).toBeCloseTo((4 * 0.1 + 2 * 0.3) / 6);
    expect(precisionAt(judged, 0.5)).toEqual({ precision: 1, coverage: 4 / 6 });
    expect(chooseThreshold(judged, 0.9)).toBeCloseTo(0.32);
    expect(chooseThreshold([{ confidence: 0.9, isRight: false }], 0.9)).toBeGreaterThan(0.9);
  });
});
