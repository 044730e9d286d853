import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './Icon';
import styles from './PageTabs.module.css';

/** Tabs with their panels; only the panel in front is mounted. `fill` spreads the tabs over the width. */
export function PageTabs<T extends string>({
  label,
  value,
  onChange,
  tabs,
  fill = false,
  className,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { value: T; label: string; icon?: IconName; panel: ReactNode }[];
  fill?: boolean;
  className?: string | undefined;
}) {
  return (
    <Tabs.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className={classNames(styles.root, fill && styles.fill, className)}
    >
      <Tabs.List aria-label={label} className={styles.list} activateOnFocus>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value} className={styles.tab}>
            {tab.icon && <Icon name={tab.icon} />}
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value} className={styles.panel}>
          {tab.panel}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
