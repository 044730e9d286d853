import type { FileReport } from '../../lib/core/engine';
import type { Failure } from '../../lib/core/result';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import styles from './Library.module.css';
import type { FileEntry } from './use-file-import';

/** What came of each file: how much was read, and by line what was not. */
export function FileReports({ entries, onClear }: { entries: FileEntry[]; onClear: () => void }) {
  const text = usePage().strings.library.files;
  return (
    <div className={styles.stack}>
      <ul className={`${styles.surface} ${styles.list}`} aria-label={text.reports}>
        {entries.map(({ id, name, result }) => (
          <li key={id} className={styles.report}>
            <strong dir="auto">{name}</strong>
            {result.ok ? <Report report={result.value} /> : <Failed failure={result.error} />}
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" icon="close" onClick={onClear}>
          {text.clear}
        </Button>
      </div>
    </div>
  );
}

function Report({
  report: { articles, macros, playbooks, examples = 0, pastTickets = 0, problems },
}: {
  report: FileReport;
}) {
  const { strings, say } = usePage();
  const { counts } = strings.page;
  const text = strings.library.files;
  const found = [
    articles > 0 && counts.articles(articles),
    macros > 0 && counts.macros(macros),
    playbooks > 0 && counts.playbooks(playbooks),
    examples > 0 && strings.library.intents.examples(examples),
    pastTickets > 0 && counts.pastTickets(pastTickets),
  ].filter((part) => part !== false);
  return (
    <>
      <span className={styles.row}>
        {found.length > 0 ? (
          <Chip tone="good" icon="check">
            {found.join(' · ')}
          </Chip>
        ) : (
          <Chip tone="warn" icon="alert">
            {text.nothing}
          </Chip>
        )}
        {problems.length > 0 && (
          <Chip tone="warn" icon="alert">
            {counts.problems(problems.length)}
          </Chip>
        )}
      </span>
      {problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <ul className={styles.problems} tabIndex={0}>
          {problems.map(({ line, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems of a finished report never move.
            <li key={index} dir="auto">
              {line !== null && <strong>{text.line(line)} </strong>}
              {say(message)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Failed({ failure }: { failure: Failure }) {
  const { strings, say } = usePage();
  const text = strings.library.files;
  const reasons: Record<string, string> = text.failures;
  return (
    <span className={styles.row}>
      <Chip tone="bad" icon="alert">
        {text.failed}
      </Chip>
      <span>{Object.hasOwn(reasons, failure.kind) ? reasons[failure.kind] : say(failure.message)}</span>
    </span>
  );
}
