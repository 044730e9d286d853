import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classNames } from './class-names';
import { Icon, type IconName } from './Icon';
import spoken from './spoken.module.css';

export type ChipTone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** A word or two with an icon, so that its meaning never hangs on colour alone. `description` is the tooltip and is read out. */
export function Chip({
  tone = 'plain',
  icon,
  strong = false,
  description,
  children,
}: {
  tone?: ChipTone;
  icon?: IconName;
  strong?: boolean;
  description?: string;
  children: ReactNode;
}) {
  return (
    <span className={classNames(styles.chip, styles[tone], strong && styles.strong)} title={description}>
      {icon && <Icon name={icon} />}
      <span className={styles.word}>{children}</span>
      {description && <span className={spoken.only}> ({description})</span>}
    </span>
  );
}
