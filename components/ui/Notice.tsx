import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './Icon';
import styles from './Notice.module.css';

/** A short remark within a card. */
export function Notice({ tone, children }: { tone: 'info' | 'warn' | 'bad'; children: ReactNode }) {
  return (
    <p className={classNames(styles.notice, styles[tone])}>
      <Icon name={tone === 'info' ? 'silent' : 'alert'} />
      <span>{children}</span>
    </p>
  );
}
