import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { resetSettings } from '../../lib/storage/settings';
import { stateQuery } from '../page/engine-queries';
import { formatBytes } from '../page/format';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { useLock } from '../page/use-lock';
import { unwrap } from '../query-client';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ConfirmButton } from '../ui/ConfirmButton';
import { ProgressBar } from '../ui/ProgressBar';
import { Switch } from '../ui/Switch';
import type { PopupDeps } from './deps';
import { KnowledgeStatus } from './KnowledgeStatus';
import { LayoutReport } from './LayoutReport';
import { ModelFacts } from './ModelFacts';
import styles from './Popup.module.css';

/** Models, storage and knowledge as they are, and what the agent may do with their data. */
export function DataTab({ deps }: { deps: PopupDeps }) {
  const { engine, settings, change, strings, language } = usePage();
  const text = strings.popup.data;
  const lockOf = useLock();
  const query = useQuery(stateQuery(engine));
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const { model, knowledge, storageBytes, quotaBytes } = query.data;
  const used = storageBytes === null ? text.unknown : formatBytes(language, storageBytes);
  return (
    <div className={styles.stack}>
      <ModelFacts model={model} />
      <KnowledgeStatus deps={deps} knowledge={knowledge} />
      <Card title={text.memoryHeading} icon="clock">
        <Switch
          checked={settings.rememberTickets}
          locked={lockOf('rememberTickets')}
          onChange={(next) => void change('rememberTickets', next)}
          hint={text.rememberHint}
        >
          {text.remember}
        </Switch>
      </Card>
      <Card title={text.yours} icon="lock">
        <dl className={styles.facts}>
          <dt>{text.storage}</dt>
          <dd>
            {storageBytes !== null && quotaBytes ? text.storageOf(used, formatBytes(language, quotaBytes)) : used}
          </dd>
        </dl>
        <DataActions deps={deps} />
      </Card>
      <Card title={strings.popup.layout.heading} icon="search">
        <LayoutReport deps={deps} />
      </Card>
    </div>
  );
}

function DataActions({ deps }: { deps: PopupDeps }) {
  const { engine, strings, showToast, say } = usePage();
  const client = useQueryClient();
  const text = strings.popup.data;
  const onError = (error: Error) => showToast('warn', say(error.message));
  const exporting = useMutation({
    mutationFn: () => unwrap(engine.exportAll()),
    onSuccess(json) {
      deps.download(`deskside-${new Date().toISOString().slice(0, 10)}.json`, json);
      showToast('good', text.exported);
    },
    onError,
  });
  const deleting = useMutation({
    async mutationFn() {
      await unwrap(engine.deleteAll());
      await resetSettings();
    },
    async onSuccess() {
      showToast('good', text.deleted);
      await client.invalidateQueries();
    },
    onError,
  });
  const words = {
    title: text.deleteTitle,
    text: text.deleteText,
    confirm: text.deleteConfirm,
    cancel: strings.page.cancel,
  };
  return (
    <div className={styles.actions}>
      <Button icon="download" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        {text.exportAll}
      </Button>
      <ConfirmButton look="danger" words={words} disabled={deleting.isPending} onConfirm={() => deleting.mutate()}>
        {text.deleteAll}
      </ConfirmButton>
    </div>
  );
}
