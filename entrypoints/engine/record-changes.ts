import type { Engine } from '@/lib/core/engine';
import { practicePlaybookPrefix } from '@/lib/core/knowledge';
import type { Result } from '@/lib/core/result';
import type { AuditKeeper, Note } from '@/lib/insights/audit-keeper';
import { isPractice } from './replay-calls';

type Value<T> = T extends (...argument: never[]) => Promise<Result<infer V>> ? V : never;
type Tellers = { [K in keyof Engine]?: (argument: Parameters<Engine[K]>[0], value: Value<Engine[K]>) => Note | null };

const isOfPractice = (id: string) => isPractice(id) || id.startsWith(practicePlaybookPrefix);

/** A note about a source of knowledge; the practice page's is none. */
const about = (source: string, note: Note): Note | null => (isPractice(source) ? null : { ...note, site: source });

/** What a call that went well is told by. */
const tellers: Tellers = {
  endImport: ({ source, status }, { articles, macros }) =>
    status === 'done' ? about(source, { kind: 'knowledge-imported', count: articles + macros }) : null,
  importFile: ({ name }, { articles, macros, playbooks, examples = 0, pastTickets = 0 }) =>
    about(`file:${name}`, {
      kind: 'knowledge-imported',
      count: articles + macros + playbooks + examples + pastTickets,
    }),
  removeSource: (source) => about(source, { kind: 'knowledge-removed' }),
  remove: ({ kind, id }) => (isOfPractice(id) ? null : { kind: 'knowledge-removed', sources: [`${kind}:${id}`] }),
  savePlaybook: (_written, { id }) =>
    isOfPractice(id) ? null : { kind: 'knowledge-changed', sources: [`playbook:${id}`] },
  addTag: ({ kind, id }) => ({ kind: 'knowledge-changed', subject: 'tag', sources: [`${kind}:${id}`] }),
  editIntents: (edit) => ({ kind: 'knowledge-changed', subject: `intents.${edit.kind}` }),
  forgetLearning: (request) => ({ kind: 'learning-forgotten', subject: Object.keys(request)[0] ?? '' }),
  importLearning: (_file, { added }) => ({ kind: 'learning-imported', count: added }),
  exportLearning: () => ({ kind: 'data-exported', subject: 'learning' }),
  exportAll: () => ({ kind: 'data-exported', subject: 'all' }),
};

/**
 * The engine's calls with what each of them changes written into the log before they answer; a call that fails changes
 * nothing, and a log that takes nothing fails no call.
 */
export function recordChanges(engine: Engine, audit: AuditKeeper): Engine {
  const recorded = { ...engine };
  for (const name of Object.keys(tellers) as (keyof typeof tellers)[]) {
    const call = engine[name] as (argument: unknown) => Promise<Result<unknown>>;
    const tell = tellers[name] as (argument: unknown, value: unknown) => Note | null;
    const record = async (argument: unknown) => {
      const answer = await call(argument);
      const note = answer.ok ? tell(argument, answer.value) : null;
      if (note) {
        audit.note(note);
        await audit.kept();
      }
      return answer;
    };
    Object.assign(recorded, { [name]: record });
  }
  return { ...recorded, deleteAll: () => audit.erase(() => engine.deleteAll()) };
}
