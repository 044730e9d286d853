import { useMutation } from '@tanstack/react-query';
import { layoutFileName } from '../page/layout-file';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import type { PopupDeps } from './deps';
import styles from './Popup.module.css';

/** Saves the structure of the page in front, for layouts that are read wrongly without Deskside noticing. */
export function LayoutReport({ deps }: { deps: PopupDeps }) {
  const { strings, showToast, say } = usePage();
  const text = strings.popup.layout;
  const saving = useMutation({
    mutationFn: () => deps.pageInFront.reportLayout(),
    onSuccess(report) {
      if (!report) return showToast('warn', text.none);
      deps.download(layoutFileName(report.helpdesk), JSON.stringify(report, null, 1));
      showToast('good', text.saved);
    },
    onError: (error) => showToast('warn', say(error.message)),
  });
  return (
    <div className={styles.group}>
      <p className={styles.soft}>{text.hint}</p>
      <div className={styles.row}>
        <Button icon="download" disabled={saving.isPending} onClick={() => saving.mutate()}>
          {text.save}
        </Button>
      </div>
    </div>
  );
}
