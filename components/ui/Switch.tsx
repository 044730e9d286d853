import { Switch as Base } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import styles from './Switch.module.css';

/** A line of words with a switch at its end; the whole line can be pressed. `label` names the switch where the words do not. */
export function Switch({
  checked,
  onChange,
  children,
  hint,
  label,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
  label?: string;
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
      </span>
      <Base.Root
        className={styles.track}
        checked={checked}
        onCheckedChange={onChange}
        {...(label ? { 'aria-label': label } : { 'aria-labelledby': `${id}-words` })}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        <Base.Thumb className={styles.thumb} />
      </Base.Root>
    </label>
  );
}
