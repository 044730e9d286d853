import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useSyncExternalStore } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './Icon';
import styles from './PageTabs.module.css';

/** Room for a list of tabs beside a panel with two columns of its own. */
const wideQuery = '(min-width: 1000px)';

function subscribeToWidth(changed: () => void): () => void {
  const wide = matchMedia(wideQuery);
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
}

/**
 * Tabs with their panels; only the panel in front is mounted. `fill` spreads the tabs over the width; `beside` lists them
 * beside the panel where there is room, and in rows above it elsewhere, so that none is out of sight.
 */
export function PageTabs<T extends string>({
  label,
  value,
  onChange,
  tabs,
  fill = false,
  beside = false,
  className,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { value: T; label: string; icon?: IconName; panel: ReactNode }[];
  fill?: boolean;
  beside?: boolean;
  className?: string | undefined;
}) {
  const isWide = useSyncExternalStore(subscribeToWidth, () => matchMedia(wideQuery).matches);
  return (
    <Tabs.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      orientation={beside && isWide ? 'vertical' : 'horizontal'}
      className={classNames(styles.root, fill && styles.fill, beside && styles.beside, className)}
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
