import type { Candidate, Forget, LearningState, NamedSource, Prefer } from '../core/learning';
import { ok, type Result } from '../core/result';
import type { ChoiceStore, StoredChoice } from '../core/stores';
import type { Choice, Suggestion } from '../core/suggestion';
import type { Ticket } from '../core/ticket';
import { readChoiceFile, writeChoiceFile } from './choice-file';
import { leastKept } from './contests';
import { describePreferences } from './describe';
import { forgetPreference } from './forget';
import { keptShare } from './kept-share';
import { createOffers, notedSources, type Offer } from './offers';
import { readOwnReply, sentAfter } from './own-reply';
import { createRanking } from './ranking';

const hourMs = 3_600_000;
const isTaken = ({ action }: Choice) => action === 'inserted' || action === 'copied' || action === 'edited';

/** What the learner is joined from. */
export type LearnerParts = {
  store: ChoiceStore;
  /** Unit vectors of the texts, after any live message. */
  read(texts: string[]): Promise<Float32Array[]>;
  /** A draft or sent reply as the agent's words: without lines that Deskside adds by itself. */
  plain?(text: string): string;
  /** A source's title; null where it is gone. */
  titleOf(source: Pick<NamedSource, 'kind' | 'id'>): Promise<string | null>;
  /** Whether the agent lets Deskside learn; else nothing is noted and nothing is changed. */
  isOn(): boolean;
  /** Epoch milliseconds. */
  now(): number;
};

/** Learning for one answer: orders what is found, then is told what was shown. */
export type Lesson = {
  prefer: Prefer;
  /** Log-odds that choices add to a playbook. */
  boost(playbookId: string): number;
  show(items: readonly Suggestion[], intent: Choice['intent']): void;
};

/** The order in which they were found. */
const asFound = (candidates: readonly Candidate[]) => candidates.map((_candidate, index) => ({ index, boost: 0 }));

/** False for a stored row that is damaged: it teaches nothing. */
const isWhole = (choice: Partial<Choice> | undefined) =>
  Array.isArray(choice?.sourceIds) &&
  typeof choice.at === 'string' &&
  typeof choice.suggestionId === 'string' &&
  (choice.offered === undefined ||
    (Array.isArray(choice.offered) && choice.offered.every((one) => Number.isFinite(one?.base))));

/** Choices of an import that are not there yet. */
function findNew(choices: Choice[], known: readonly Choice[]): Choice[] {
  const keyOf = ({ at, suggestionId, action }: Choice) => `${at} ${suggestionId} ${action}`;
  const seen = new Set(known.map(keyOf));
  return choices.filter((one) => !seen.has(keyOf(one)));
}

/**
 * Learns on this device what this agent prefers, from what was done with suggestions and from replies of their own. Holds
 * what was shown in memory only; what is stored has no text.
 */
export async function createLearner({ store, read, titleOf, isOn, now, plain = (text) => text }: LearnerParts) {
  const offers = createOffers();
  let stored: StoredChoice[] = [];
  const all = () => stored.map(({ choice }) => choice);
  let ranking = createRanking([]);
  let isRead = false;
  const reload = async () => {
    stored = (await store.readChoices()).filter(({ choice }) => isWhole(choice));
    ranking = createRanking(all());
    isRead = true;
  };
  // A database that cannot be read costs what was learnt, never the answer; the next answer has it read again.
  await reload().catch(() => {});
  const at = () => new Date(now()).toISOString();

  async function note(choice: Choice): Promise<number> {
    const key = await store.addChoice(choice);
    stored.push({ key, choice });
    ranking.learn(choice);
    return key;
  }

  /** What the sent reply kept of the one that was taken. */
  async function noteKept(sent: string, { shown, reply }: Offer): Promise<number> {
    const draft = shown.find((one) => one.id === reply?.suggestionId);
    const known = stored.find(({ key }) => key === reply?.key);
    if (draft?.kind !== 'reply' || !known) return 1;
    const kept = Math.round(keptShare(plain(draft.text), sent) * 1000) / 1000;
    await store.changeChoices([{ key: known.key, choice: { ...known.choice, kept } }]);
    await reload();
    return kept;
  }

  return {
    /** For the answer to one ticket. */
    begin(ticket: Ticket): Lesson {
      if (!isRead) void reload().catch(() => {});
      const found: Candidate[] = [];
      return {
        prefer(candidates, about) {
          found.push(...candidates);
          return isOn() ? ranking.prefer(candidates, about) : asFound(candidates);
        },
        boost: (id) => (isOn() ? ranking.boost({ kind: 'playbook', id }, { intent: null }) : 0),
        show(items, intent) {
          if (isOn()) offers.add(ticket, { found, shown: [...items], intent });
        },
      };
    },

    /** What was learnt, only to look at: nothing is noted of what it orders. `isUsed` false: as if nothing were learnt. */
    look: (isUsed: boolean): Pick<Lesson, 'prefer' | 'boost'> => ({
      prefer: (candidates, about) => (isUsed ? ranking.prefer(candidates, about) : asFound(candidates)),
      boost: (id) => (isUsed ? ranking.boost({ kind: 'playbook', id }, { intent: null }) : 0),
    }),

    /** True where exactly this choice is noted already: a call is made again when its page was killed before it answered. */
    knows: (choice: Choice): boolean => findNew([choice], all()).length === 0,

    /** Notes what the agent did with a suggestion. */
    async record({ conversation, ...choice }: Choice): Promise<void> {
      if (!isOn()) return;
      const offer = offers.findFor({ ...choice, ...(conversation === undefined ? {} : { conversation }) });
      const offered = offer ? notedSources(offer, choice) : [];
      const isKnown = offered.some(({ id }) => id === choice.sourceIds[0]);
      const key = await note(isKnown ? { ...choice, offered } : choice);
      if (!offer || !isTaken(choice)) return;
      for (const id of choice.sourceIds) offer.taken.add(id);
      if (choice.kind === 'reply') offer.reply = { suggestionId: choice.suggestionId, key };
    },

    /** Looks whether the agent has replied since something was shown, and learns from the reply; once a reply. */
    async see(ticket: Ticket): Promise<void> {
      const offer = isOn() ? offers.find(ticket) : undefined;
      const written = offer ? sentAfter(ticket, offer) : null;
      if (!offer || written === null) return;
      const sent = plain(written);
      offers.forget(ticket);
      // A copied link or an inserted article is part of the agent's own reply, and counts already.
      const isOwn = offer.reply ? (await noteKept(sent, offer)) < leastKept : offer.taken.size === 0;
      const typed = isOwn ? await readOwnReply(sent, offer, { read, at: at() }) : undefined;
      if (typed) await note(typed);
    },

    async state(): Promise<LearningState> {
      const choices = all();
      const hourAgo = new Date(now() - hourMs).toISOString();
      return {
        preferences: await describePreferences(choices, ranking.weight, titleOf),
        choices: choices.length,
        latestAt: choices.at(-1)?.at ?? null,
        lastHour: choices.filter((one) => one.at >= hourAgo).length,
      };
    },

    /** Forgets, and what was taught by it with it. */
    async forget(request: Forget): Promise<void> {
      if ('preference' in request) {
        const { removed, changed } = forgetPreference(stored, request.preference);
        await store.removeChoices(removed);
        await store.changeChoices(changed);
      } else {
        const since = 'since' in request ? request.since : '';
        await store.removeChoices(stored.filter(({ choice }) => choice.at >= since).map(({ key }) => key));
        offers.clear();
      }
      await reload();
    },

    /** Forgets single choices. */
    async removeChoices(keys: number[]): Promise<void> {
      await store.removeChoices(keys);
      await reload();
    },

    exportFile: (): string => writeChoiceFile(all(), at()),

    /** Adds the choices of an exported file; answers how many are new. Fails as `readChoiceFile` does, nothing added then. */
    async importFile(text: string): Promise<Result<{ added: number; known: number }>> {
      const choices = readChoiceFile(text);
      if (!choices.ok) return choices;
      const fresh = findNew(choices.value, all());
      await store.addChoices(fresh);
      await reload();
      return ok({ added: fresh.length, known: choices.value.length - fresh.length });
    },

    /** After the stored choices were changed from elsewhere. */
    reload,
  };
}

export type Learner = Awaited<ReturnType<typeof createLearner>>;
