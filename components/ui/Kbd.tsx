import styles from './Kbd.module.css';

/** A key combination, one cap per key. `keys` are shown as given. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <kbd className={styles.keys} dir="ltr">
      {keys.map((key) => (
        <span key={key} className={styles.key}>
          {key}
        </span>
      ))}
    </kbd>
  );
}
