import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names';
import { Icon, type IconName } from './Icon';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one thing to do here; `quiet`: no frame. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
};

/** A button with words. */
export function Button({ look = 'plain', icon, className, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={classNames(styles.button, styles[look], className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that shows only an icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  className,
  ...rest
}: Omit<Props, 'look'> & { label: string; icon: IconName }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(styles.button, styles.quiet, styles.iconOnly, className)}
    >
      <Icon name={icon} />
    </button>
  );
}
