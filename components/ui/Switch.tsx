import { Switch as Base } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import { LockedNote } from './LockedNote';
import styles from './Switch.module.css';

/**
 * A line of words with a switch at its end; the whole line can be pressed. `label` names the switch where the words do
 * not. `locked`: why it cannot be changed, where it cannot.
 */
export function Switch({
  checked,
  onChange,
  children,
  hint,
  label,
  locked,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
  label?: string;
  locked?: string | undefined;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's switch inside holds the input.
    <label className={styles.line}>
      <span className={styles.words}>
        <span id={`${id}-words`}>{children}</span>
        {hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
        <LockedNote id={`${id}-locked`} text={locked} />
      </span>
      <Base.Root
        className={styles.track}
        checked={checked}
        onCheckedChange={onChange}
        readOnly={locked !== undefined}
        {...(label ? { 'aria-label': label } : { 'aria-labelledby': `${id}-words` })}
        aria-describedby={
          [hint && `${id}-hint`, locked !== undefined && `${id}-locked`].filter(Boolean).join(' ') || undefined
        }
      >
        <Base.Thumb className={styles.thumb} />
      </Base.Root>
    </label>
  );
}
