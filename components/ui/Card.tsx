import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';
import { classNames } from './class-names';
import { Icon, type IconName } from './Icon';

/** A titled section on its own ground. `aside` stands at the end of the title's line. */
export function Card({
  title,
  icon,
  aside,
  look = 'raised',
  className,
  children,
}: {
  title: string;
  icon?: IconName;
  aside?: ReactNode;
  /** `flat`: without ground, for what should stay in the background. */
  look?: 'raised' | 'flat';
  className?: string | undefined;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classNames(styles.card, look === 'flat' && styles.flat, className)} aria-labelledby={id}>
      <header className={styles.header}>
        {icon && <Icon name={icon} />}
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
