import type { Page } from '@playwright/test';
import { callEngine } from '../support/engine-call.ts';

/** Kinds of writes that are under way when something is killed. */
export const writes = ['setting', 'choice', 'playbook', 'article', 'tick'] as const;
export type Write = (typeof writes)[number];

type Stored = {
  setting: unknown;
  choices: Record<string, number>;
  playbook: string | undefined;
  articles: string[];
  audit: { seq: number; hash: string; sources: string[] }[];
};

/** What was acknowledged, and what was lost of it or is there twice, in words. */
export type Ledger = {
  acknowledged: number;
  /** Writes that were cut off by a kill: they may be there or not. */
  cut: number;
  faults: string[];
  write(kind: Write, place: Place): Promise<void>;
  /** Looks whether everything acknowledged is there. */
  check(place: Place): Promise<void>;
  /** Walks the chain of the log, and compares all its rows with those seen before. */
  checkLog(own: Page): Promise<void>;
};

/** Where writes come from: a page of the extension, and the ticket in front of the agent. */
export type Place = { own: Page; page: Page; origin: string; ticketId: number };

/** A step ticked in the panel: of which playbook, which one, and how. */
type Tick = { title: string; nth: number; isDone: boolean };

const settingKey = 'settings.unloadAfterMinutes';

/** Reads what is stored past the engine: from the database itself and the browser's local storage. */
function readStored(own: Page): Promise<Stored> {
  return own.evaluate(async (key) => {
    const local = await chrome.storage.local.get(key);
    const opening = indexedDB.open('deskside');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const read = <Row>(table: string, query?: IDBValidKey | IDBKeyRange) =>
      new Promise<Row[]>((resolve, reject) => {
        const asked = database.transaction(table).objectStore(table).getAll(query);
        asked.onsuccess = () => resolve(asked.result as Row[]);
        asked.onerror = () => reject(asked.error);
      });
    const choices: Record<string, number> = {};
    for (const { suggestionId } of await read<{ suggestionId: string }>('choices'))
      if (suggestionId.startsWith('chaos-')) choices[suggestionId] = (choices[suggestionId] ?? 0) + 1;
    const [playbook] = await read<{ title: string }>('playbooks', 'playbook:chaos');
    const articles = await read<{ title: string; source: string }>('articles');
    const audit = await read<{ seq: number; hash: string; sources?: string[] }>('audit');
    database.close();
    return {
      setting: local[key],
      choices,
      playbook: playbook?.title,
      articles: articles.filter(({ source }) => source === 'file:chaos.md').map(({ title }) => title),
      audit: audit.map(({ seq, hash, sources = [] }) => ({ seq, hash, sources })),
    };
  }, settingKey);
}

/** The step list of the panel: the playbook it shows, and its boxes. */
const stepsOf = (page: Page) => ({
  title: page.locator('deskside-panel ol').locator('xpath=preceding-sibling::p').first(),
  boxes: page.locator('deskside-panel ol input[type="checkbox"]'),
});

async function tick(page: Page): Promise<Tick | undefined> {
  const { title, boxes } = stepsOf(page);
  const count = await boxes.count();
  if (count === 0) return undefined;
  const nth = count - 1;
  const made = { title: (await title.textContent()) ?? '', nth, isDone: !(await boxes.nth(nth).isChecked()) };
  await boxes.nth(nth).click({ timeout: 1_000 });
  return made;
}

/** Keeps count of what the extension said it has kept. */
export function createLedger(): Ledger {
  let count = 0;
  /** Values that may stand now: the one acknowledged last, and those since that were cut off. */
  const allowed: Record<'setting' | 'playbook' | 'article', unknown[]> = {
    setting: [],
    playbook: [],
    article: [],
  };
  /** What stands before the first write. */
  const nothing = { setting: undefined, playbook: undefined, article: '' };
  let choices: string[] = [];
  let ticked: (Tick & { ticketId: number }) | undefined;
  const rows = new Map<number, string>();
  const ledger: Ledger = {
    acknowledged: 0,
    cut: 0,
    faults: [],
    async write(kind, place) {
      count += 1;
      const name = `chaos-${count}`;
      try {
        if (kind === 'tick') {
          const made = await tick(place.page);
          if (!made) return;
          ticked = { ...made, ticketId: place.ticketId };
        } else if (kind === 'choice') {
          await callEngine(place.own, 'recordChoice', choiceOf(name, place));
          choices.push(name);
        } else {
          const value = kind === 'setting' ? 1000 + count : name;
          if (allowed[kind].length === 0) allowed[kind].push(nothing[kind]);
          allowed[kind].push(value);
          await store(place.own, kind, value);
          allowed[kind].splice(0, allowed[kind].length - 1);
        }
        ledger.acknowledged += 1;
      } catch {
        ledger.cut += 1;
      }
    },
    async check({ own, page, ticketId }) {
      const stored = await readStored(own);
      const expect = (what: keyof typeof allowed, found: unknown) => {
        if (allowed[what].length > 0 && !allowed[what].includes(found))
          ledger.faults.push(`${what}: ${JSON.stringify(found)} stands where ${allowed[what].join(' or ')} was kept`);
      };
      expect('setting', stored.setting);
      expect('playbook', stored.playbook);
      expect('article', stored.articles.join());
      for (const name of choices) {
        if (stored.choices[name] !== 1)
          ledger.faults.push(`choice ${name} is there ${stored.choices[name] ?? 0} times`);
        const isTold = stored.audit.some(({ sources }) => sources.includes(`source:${name}`));
        if (!isTold) ledger.faults.push(`choice ${name} is not in the log`);
      }
      choices = [];
      if (ticked?.ticketId === ticketId && !(await isTicked(page, ticked))) ledger.faults.push('a tick is gone');
      ticked = undefined;
      compareRows(stored.audit, rows, ledger.faults);
    },
    async checkLog(own) {
      const { audit } = await readStored(own);
      compareRows(audit, rows, ledger.faults);
      await callEngine(own, 'verifyAudit', { action: 'start' });
      for (;;) {
        const { progress, verdict } = await callEngine(own, 'verifyAudit', { action: 'look' });
        if (verdict?.firstBroken) ledger.faults.push(`the log is broken: ${JSON.stringify(verdict)}`);
        if (progress === null) return;
        await own.waitForTimeout(100);
      }
    },
  };
  return ledger;
}

/** True where the step stands as it was ticked, and where the panel shows another playbook by now. */
async function isTicked(page: Page, { title, nth, isDone }: Tick): Promise<boolean> {
  const steps = stepsOf(page);
  if ((await steps.boxes.count()) <= nth || (await steps.title.textContent()) !== title) return true;
  return (await steps.boxes.nth(nth).isChecked()) === isDone;
}

/** Names rows that are gone or others than they were, and remembers those there are. */
function compareRows(audit: Stored['audit'], known: Map<number, string>, faults: string[]): void {
  const found = new Map(audit.map(({ seq, hash }) => [seq, hash]));
  for (const [seq, hash] of known) if (found.get(seq) !== hash) faults.push(`row ${seq} of the log is not what it was`);
  for (const [seq, hash] of found) known.set(seq, hash);
}

async function store(own: Page, kind: 'setting' | 'playbook' | 'article', value: string | number): Promise<void> {
  if (kind === 'setting')
    return own.evaluate(([key, set]) => chrome.storage.local.set({ [key]: set }), [settingKey, value] as const);
  if (kind === 'playbook')
    return void (await callEngine(own, 'savePlaybook', { id: 'playbook:chaos', text: `${value}\n1. Look at it` }));
  await callEngine(own, 'importFile', { name: 'chaos.md', text: `# ${value}\n\nHow chaos number ${value} is met.` });
}

function choiceOf(name: string, { origin, ticketId }: Place) {
  return {
    kind: 'reply' as const,
    suggestionId: name,
    sourceIds: [name],
    action: 'inserted' as const,
    at: new Date().toISOString(),
    conversation: `${origin}|${ticketId}|1|chaos`,
  };
}
