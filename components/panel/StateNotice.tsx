import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/Icon';
import styles from './StateNotice.module.css';

/** One state of the panel in words, with at most one thing to do about it. */
export function StateNotice({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <section className={styles.notice}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}
