import type { ImportJob } from '../../lib/core/knowledge';
import { mayUseKnowledge } from '../../lib/core/policy';
import { colon } from '../../lib/strings/punctuation';
import { Button } from '../ui/Button';
import { ProgressBar } from '../ui/ProgressBar';
import type { HelpdeskTab, HelpdeskTabs } from './helpdesk-tabs';
import styles from './ImportActions.module.css';
import { usePage } from './page-context';
import { useImport } from './use-import';

/** Progress of a running import, or nothing. */
export function ImportProgress({ job, name }: { job: ImportJob | null; name: string }) {
  const { importing } = usePage().strings.page;
  if (job?.status !== 'running') return null;
  return (
    <div className={styles.progress}>
      <ProgressBar label={importing.progressOf(name)} value={job.total ? job.done / job.total : null} />
      <span className={styles.soft}>{importing.progress(job.done, job.total)}</span>
    </div>
  );
}

/** Import, refresh, resume or cancel, whichever fits, through the helpdesk's open tab. */
export function ImportActions({
  job,
  tab,
  tabs,
  name,
  isKnown,
}: {
  job: ImportJob | null;
  tab: HelpdeskTab;
  tabs: HelpdeskTabs;
  name: string;
  /** True when something of this helpdesk is in the library already. */
  isKnown: boolean;
}) {
  const { settings, strings, language } = usePage();
  const { importing } = strings.page;
  const run = useImport(tabs);
  if (!mayUseKnowledge(settings.policy, 'helpdesk')) return null;
  if (job?.status === 'running') {
    return (
      <Button
        icon="close"
        aria-label={`${importing.cancel}${colon(language)}${name}`}
        onClick={() => run.mutate({ tab, action: 'cancel' })}
      >
        {importing.cancel}
      </Button>
    );
  }
  const isHalf = job?.status === 'paused' || job?.status === 'cancelled' || job?.status === 'failed';
  const word = isHalf ? importing.resume : isKnown ? importing.refresh : importing.start;
  return (
    <Button
      look={isKnown && !isHalf ? 'plain' : 'primary'}
      icon={isKnown || isHalf ? 'reload' : 'download'}
      aria-label={`${word}${colon(language)}${name}`}
      disabled={run.isPending}
      onClick={() => run.mutate({ tab, action: 'start' })}
    >
      {word}
    </Button>
  );
}
