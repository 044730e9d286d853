import { Icon } from './Icon';
import styles from './LockedNote.module.css';

/** Why a field beside it cannot be changed; nothing where it can. */
export function LockedNote({ id, text }: { id: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span id={id} className={styles.note}>
      <Icon name="lock" />
      <span>{text}</span>
    </span>
  );
}
