import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon, type IconName } from './Icon';

/** What to do where there is nothing yet, or what went wrong. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  tone = 'plain',
}: {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  tone?: 'plain' | 'bad';
}) {
  return (
    <div className={styles.empty} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.text}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
