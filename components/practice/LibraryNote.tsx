import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ConfirmButton } from '../ui/ConfirmButton';
import { ProgressBar } from '../ui/ProgressBar';
import styles from './Practice.module.css';
import type { SampleLibrary } from './use-sample-library';

/** How the sample library stands, and the way to be rid of it. */
export function LibraryNote({ library }: { library: SampleLibrary }) {
  const { strings } = usePage();
  const text = strings.practice.library;
  const { status, message, restore, remove } = library;
  const words = {
    title: text.removeTitle,
    text: text.removeText,
    confirm: text.remove,
    cancel: strings.page.cancel,
  };
  return (
    <Card title={strings.page.source.practice} icon="book">
      <p className={styles.soft} role="status">
        {text[status]} {message}
      </p>
      {status === 'preparing' && <ProgressBar label={text.preparing} value={null} />}
      {status === 'ready' && (
        <div>
          <ConfirmButton words={words} onConfirm={remove}>
            {text.remove}
          </ConfirmButton>
        </div>
      )}
      {(status === 'removed' || status === 'failed') && (
        <div>
          <Button icon="reload" onClick={restore}>
            {status === 'failed' ? strings.page.retry : text.restore}
          </Button>
        </div>
      )}
    </Card>
  );
}
