import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Invented charts: lending a boat, and mending a kite. */
const charts = {
  boat_lend: {
    replies: {
      hello: 'Ahoy, what can I do?',
      ask_name: 'What is your name?',
      boat_ask_day: 'For which day do you need the boat?',
      boat_lent: 'The boat {boat_name:s} is yours.',
      boat_none: 'Unfortunately no boat is left.',
      anything_else: 'Anything else?',
      query: 'Query',
      yes_free: 'Succeeded',
      not_free: 'Failed',
    },
    graph: {
      hello: 'ask_name',
      ask_name: 'boat_ask_day',
      boat_ask_day: 'query',
      yes_free: 'boat_lent',
      not_free: 'boat_none',
      boat_lent: 'anything_else',
    },
    replyIds: ['hello', 'ask_name', 'boat_ask_day', 'boat_lent', 'boat_none', 'anything_else'],
  },
  kite_mend: {
    replies: {
      hello: 'Hi there, how can I help with your kite?',
      kite_ask_colour: 'Which colour has the kite?',
      kite_ask_tear: 'How long is the tear?',
      kite_mended: 'Your kite is mended.',
      query: 'Query',
      query_success: 'Succeeded',
    },
    graph: {
      hello: 'kite_ask_colour',
      kite_ask_colour: 'kite_ask_tear',
      kite_ask_tear: 'query',
      query_success: 'kite_mended',
    },
    replyIds: ['hello', 'kite_ask_colour', 'kite_ask_tear', 'kite_mended'],
  },
};

const user = (text: string) => ({ Agent: 'User', Action: 'utter', Text: text });
const pick = (label: string, text: string, ...others: string[]) => ({
  Agent: 'Wizard',
  Action: 'pick_suggestion',
  Text: text,
  ActionLabel: label,
  ActionLabelOptions: [label, ...others],
});
const free = (text: string) => ({ Agent: 'Wizard', Action: 'utter', Text: text });
const ask = (kind?: string) => ({
  Agent: 'Wizard',
  Action: 'query',
  Constraints: kind === undefined ? [] : [{ RequestType: `"${kind}"` }],
});
const give = (item?: object) => ({ Agent: 'KnowledgeBase', Action: 'return_item', ...(item ? { Item: item } : {}) });

function boat(name: string, day: string) {
  return [
    { Agent: 'UserGuide', Action: 'instruct', Text: 'be brief' },
    user('Hello, I want a boat'),
    pick('ask_name', 'What is your name?', 'hello', 'boat_ask_day'),
    user(`I am ${name}`),
    pick('boat_ask_day', 'For which day do you need the boat?', 'anything_else'),
    user(day),
    ask(),
    give({ Message: 'lent' }),
    pick('boat_lent', 'The boat Petrel is yours.', 'boat_none'),
  ];
}

function kite(colour: string) {
  return [
    user('My kite is torn'),
    pick('kite_ask_colour', 'Which colour has the kite?', 'kite_ask_tear'),
    user(colour),
    free('Oh, that will look nice again!'),
    pick('kite_ask_tear', 'How long is the tear?', 'kite_mended'),
    user('A hand wide'),
    ask('Check'),
    give({ Message: 'mended' }),
    pick('kite_mended', 'Your kite is mended.', 'hello'),
  ];
}

/** A folder in the form of the public set, with invented dialogues; removed by nobody, it lies among the temporary files. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'star-'));
  for (const [task, { replyIds, replies, graph }] of Object.entries(charts)) {
    mkdirSync(join(folder, 'tasks', task), { recursive: true });
    writeFileSync(join(folder, 'tasks', task, `${task}.json`), JSON.stringify({ task, replies, graph }));
    const texts = Object.fromEntries(replyIds.map((id) => [id, 'text']));
    writeFileSync(join(folder, 'tasks', task, 'responses.json'), JSON.stringify(texts));
  }
  const scenarios = [
    ['boat', 'boat_lend', boat('Ada', 'on Monday')],
    ['kite', 'kite_mend', kite('blue')],
    ['boat', 'boat_lend', boat('Ben', 'tomorrow')],
    [null, 'kite_mend', kite('red')],
    ['boat', 'boat_lend', boat('Cem', 'on Friday')],
  ] as const;
  const rows = scenarios.map(([domain, task, events], index) => ({
    DialogueID: 10 - index,
    Scenario: { Domains: [domain], Happy: index !== 2, MultiTask: false, WizardCapabilities: [{ Task: task }] },
    Events: events,
  }));
  writeFileSync(join(folder, 'dialogues.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  return folder;
}
