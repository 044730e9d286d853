import { IconButton } from './Button';
import { classNames } from './class-names';
import { Icon } from './Icon';
import styles from './Toast.module.css';

export type ToastMessage = { id: number; tone: 'good' | 'warn'; text: string };

/** The latest message to the agent, read out politely; the region is always there so that screen readers notice changes. */
export function Toast({
  message,
  regionLabel,
  closeLabel,
  onClose,
}: {
  message: ToastMessage | null;
  regionLabel: string;
  closeLabel: string;
  onClose: () => void;
}) {
  return (
    <div className={styles.region} role="status" aria-live="polite" aria-label={regionLabel}>
      {message && (
        <div key={message.id} className={classNames(styles.toast, styles[message.tone])}>
          <Icon name={message.tone === 'good' ? 'check' : 'alert'} />
          <span className={styles.text}>{message.text}</span>
          <IconButton label={closeLabel} icon="close" onClick={onClose} />
        </div>
      )}
    </div>
  );
}
