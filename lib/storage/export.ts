import type { Export, KnowledgeStore } from '../core/stores';
import type { Database } from './database';
import { passageTables, putSets } from './passage-rows';

/** Everything in the database as JSON without vectors; `exportedAt` is ISO 8601. */
export async function exportDatabase(database: Database, exportedAt: string): Promise<Export> {
  const { articles, macros, playbooks, passages, pastTickets, choices, teamIntents, gaps, importJobs } = database;
  const tables = [articles, macros, playbooks, passages, pastTickets, choices, teamIntents, gaps, importJobs];
  return database.transaction('r', tables, async () => {
    const spans: Export['passages'] = [];
    await passages.each(({ owner, passages: own }) => {
      spans.push({
        kind: owner.kind,
        id: owner.id,
        spans: own.map(({ start, end, heading }) => ({ start, end, heading })),
      });
    });
    return {
      deskside: 1,
      exportedAt,
      articles: (await articles.toArray()).map((row) => row.item),
      macros: (await macros.toArray()).map((row) => row.item),
      playbooks: await playbooks.toArray(),
      passages: spans,
      pastTickets: await pastTickets.toArray(),
      choices: await choices.toArray(),
      teamIntents: (await teamIntents.toArray()).flatMap(({ name, examples }) =>
        examples.map((text) => ({ intent: name, text })),
      ),
      gaps: (await gaps.toArray()).map(({ text, count, firstAt, lastAt, isDismissed }) => ({
        text,
        count,
        firstAt,
        lastAt,
        isDismissed,
      })),
      importJobs: (await importJobs.toArray()).map(({ job }) => job),
    };
  });
}

/** Adds past tickets and choices of an export; those that are there already stay as they are. */
export async function restoreMemory(
  database: Database,
  memory: Parameters<KnowledgeStore['restore']>[0],
): Promise<void> {
  const { pastTickets, choices } = database;
  await database.transaction('rw', [pastTickets, choices, ...passageTables(database)], async () => {
    const known = new Set(await pastTickets.toCollection().primaryKeys());
    const missing = memory.pastTickets.filter((ticket) => !known.has(ticket.id));
    await pastTickets.bulkAdd(missing);
    const sets = memory.sets.filter((set) => !known.has(set.owner.id));
    await putSets(database, sets);
    const made = new Set(
      (await choices.toArray()).map((choice) => `${choice.at} ${choice.suggestionId} ${choice.action}`),
    );
    const unknown = memory.choices.filter((one) => !made.has(`${one.at} ${one.suggestionId} ${one.action}`));
    await choices.bulkAdd(unknown);
  });
}

/** Empties every table. The database stays open, so that other pages of the extension need not close first. */
export async function clearDatabase(database: Database): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
  });
}
