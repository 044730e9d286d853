import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from './Icon';
import { LockedNote } from './LockedNote';
import spoken from './spoken.module.css';
import styles from './TextField.module.css';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  hideLabel?: boolean;
  /** Lines shown; more than one makes it a text area. */
  rows?: number;
  /** For text written like code, such as a playbook. */
  monospace?: boolean;
  icon?: IconName;
  type?: 'text' | 'search' | 'date';
  /** Why it cannot be changed, where it cannot. */
  locked?: string | undefined;
  inputRef?: React.Ref<HTMLInputElement & HTMLTextAreaElement>;
};

/** A labelled field for text, with a hint and an error that screen readers hear. */
export function TextField({ label, hint, error, hideLabel = false, rows = 1, icon, locked, ...rest }: Props) {
  const id = useId();
  const { value, onChange, placeholder, monospace, type = 'text', inputRef } = rest;
  const shared = {
    id,
    value,
    placeholder,
    // With an icon the room for it must stay on the icon's side, whatever is typed.
    dir: icon ? undefined : 'auto',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    'aria-invalid': error ? true : undefined,
    readOnly: locked !== undefined,
    'aria-describedby': `${id}-hint ${id}-error ${id}-locked`,
    'data-mono': monospace || undefined,
    'data-icon': icon ? true : undefined,
    ref: inputRef,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? spoken.only : styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        {icon && (
          <span className={styles.icon}>
            <Icon name={icon} />
          </span>
        )}
        {rows > 1 ? (
          <textarea {...shared} rows={rows} className={styles.input} spellCheck={!monospace} />
        ) : (
          <input {...shared} type={type} className={styles.input} autoComplete="off" />
        )}
      </div>
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
      <LockedNote id={`${id}-locked`} text={locked} />
      <span id={`${id}-error`} className={styles.error} role={error ? 'alert' : undefined}>
        {error && (
          <>
            <Icon name="alert" /> {error}
          </>
        )}
      </span>
    </div>
  );
}
