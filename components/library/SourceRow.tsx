import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KnowledgeCounts } from '../../lib/core/engine';
import type { ImportJob } from '../../lib/core/knowledge';
import { formatDay, nameSource } from '../page/format';
import type { HelpdeskTab, HelpdeskTabs } from '../page/helpdesk-tabs';
import { ImportActions, ImportProgress } from '../page/ImportActions';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import { Chip, type ChipTone } from '../ui/Chip';
import { ConfirmButton } from '../ui/ConfirmButton';
import type { IconName } from '../ui/Icon';
import styles from './Library.module.css';

const looks: Record<ImportJob['status'], { tone: ChipTone; icon: IconName }> = {
  running: { tone: 'accent', icon: 'clock' },
  paused: { tone: 'warn', icon: 'pause' },
  cancelled: { tone: 'plain', icon: 'pause' },
  failed: { tone: 'bad', icon: 'alert' },
  done: { tone: 'good', icon: 'check' },
};

/** One source: what came from it, how its import stands, what was left out and why. */
export function SourceRow({
  source: { source, articles, macros, job },
  tab,
  tabs,
}: {
  source: KnowledgeCounts['sources'][number];
  tab: HelpdeskTab | undefined;
  tabs: HelpdeskTabs;
}) {
  const { strings, language, say } = usePage();
  const text = strings.library.sources;
  const { counts, importing } = strings.page;
  const name = nameSource(strings, source);
  const isHelpdesk = source.startsWith('https://');
  return (
    <section className={styles.source}>
      <div className={styles.row}>
        <h3 className={styles.sourceName} dir="auto">
          {name}
        </h3>
        {job && <Chip {...looks[job.status]}>{importing.status[job.status]}</Chip>}
        <span className={`${styles.row} ${styles.end}`}>
          {tab && <ImportActions job={job} tab={tab} tabs={tabs} name={name} isKnown />}
          <RemoveSource source={source} name={name} />
        </span>
      </div>
      <p className={styles.soft}>
        {[articles > 0 && counts.articles(articles), macros > 0 && counts.macros(macros)].filter(Boolean).join(' · ') ||
          counts.articles(0)}
        {job?.finishedAt && ` · ${text.refreshed(formatDay(language, job.finishedAt))}`}
        {isHelpdesk && !tab && ` · ${text.tabClosed(name)}`}
      </p>
      <ImportProgress job={job} name={name} />
      {job && (job.status === 'failed' || job.status === 'paused') && (
        <p className={styles.soft}>
          {job.message && say(job.message)} {text.retryHint}
        </p>
      )}
      {job && job.problems.length > 0 && (
        <details className={styles.details}>
          <summary>
            {text.problems} ({counts.problems(job.problems.length)})
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <ul className={styles.problems} tabIndex={0}>
            {[...new Set(job.problems)].map((problem) => (
              <li key={problem} dir="auto">
                {say(problem)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RemoveSource({ source, name }: { source: string; name: string }) {
  const { engine, strings, showToast, say } = usePage();
  const client = useQueryClient();
  const text = strings.library.sources;
  const remove = useMutation({
    mutationFn: () => unwrap(engine.removeSource(source)),
    onSuccess: () => showToast('good', text.removed(name)),
    onError: (error) => showToast('warn', say(error.message)),
    onSettled: () => client.invalidateQueries(),
  });
  const words = {
    title: text.removeTitle,
    text: text.removeText(name),
    confirm: text.remove,
    cancel: strings.page.cancel,
  };
  return (
    <ConfirmButton
      words={words}
      label={text.removeFrom(name)}
      disabled={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      {text.remove}
    </ConfirmButton>
  );
}
