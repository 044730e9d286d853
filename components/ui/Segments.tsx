import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { LockedNote } from './LockedNote';
import styles from './Segments.module.css';
import spoken from './spoken.module.css';

/** One of a few choices, side by side, under a label. `locked`: why it cannot be changed, where it cannot. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
  locked,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  hideLabel?: boolean;
  locked?: string | undefined;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={hideLabel ? spoken.only : styles.label}>
        {label}
      </span>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={locked === undefined ? undefined : `${id}-locked`}
        readOnly={locked !== undefined}
        className={styles.segments}
        value={value}
        onValueChange={(next) => onChange(next as T)}
      >
        {options.map((option) => (
          <Radio.Root key={option.value} value={option.value} className={styles.segment} aria-label={option.label}>
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
      <LockedNote id={`${id}-locked`} text={locked} />
    </div>
  );
}
