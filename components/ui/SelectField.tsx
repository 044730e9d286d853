import { Select } from '@base-ui/react/select';
import { useId } from 'react';
import { Icon } from './Icon';
import { LockedNote } from './LockedNote';
import styles from './SelectField.module.css';
import spoken from './spoken.module.css';

/** One of a list of choices, opened on demand, under a label. `locked`: why it cannot be changed, where it cannot. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
  locked,
  hideLabel = false,
  layout = 'row',
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  locked?: string | undefined;
  hideLabel?: boolean;
  /** `stack`: the label above, as text fields have it. */
  layout?: 'row' | 'stack';
}) {
  const id = useId();
  return (
    <div className={styles.field} data-layout={layout}>
      <span className={styles.words}>
        <span id={id} className={hideLabel ? spoken.only : styles.label}>
          {label}
        </span>
        <LockedNote id={`${id}-locked`} text={locked} />
      </span>
      <Select.Root
        items={options}
        value={value}
        readOnly={locked !== undefined}
        onValueChange={(next) => next !== null && onChange(next as T)}
      >
        <Select.Trigger
          className={styles.trigger}
          aria-labelledby={`${id} ${id}-value`}
          aria-describedby={locked === undefined ? undefined : `${id}-locked`}
        >
          <span id={`${id}-value`}>
            <Select.Value />
          </span>
          <span className={styles.arrow}>
            <Icon name="chevron" />
          </span>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className={styles.positioner} sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className={styles.popup}>
              <Select.List aria-labelledby={id}>
                {options.map((option) => (
                  <Select.Item key={option.value} value={option.value} className={styles.item}>
                    <Select.ItemText>{option.label}</Select.ItemText>
                    <Select.ItemIndicator className={styles.check}>
                      <Icon name="check" />
                    </Select.ItemIndicator>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}
