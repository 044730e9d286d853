import { failureKind } from '../query-client';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { usePage } from './page-context';

/** Says why the engine did not answer, and offers what helps. */
export function QueryFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { strings, say } = usePage();
  const { page } = strings;
  const isOrphaned = failureKind(error) === 'reload-tab';
  const action = (
    <Button icon="reload" onClick={isOrphaned ? () => location.reload() : onRetry}>
      {page.retry}
    </Button>
  );
  return (
    <EmptyState icon="alert" tone="bad" title={page.failed} action={action}>
      {isOrphaned ? page.failedReload : say(error.message)}
    </EmptyState>
  );
}
