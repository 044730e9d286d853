import { useEffect, useState } from 'react';
import { formatTime } from '../page/format';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/Icon';
import styles from './Popup.module.css';

const halfAnHourMs = 30 * 60_000;

/** True while paused; becomes false by itself when the time is over. */
function useIsPaused(until: number): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return;
    const timer = setTimeout(() => setNow(Date.now()), until - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [until]);
  return until === -1 || until > now;
}

/** Pauses Deskside everywhere, for half an hour or until resumed. */
export function PauseRow() {
  const { settings, change, strings, language } = usePage();
  const { pause } = strings.popup;
  const until = settings.pausedUntil;
  const isPaused = useIsPaused(until);
  const pauseUntil = (at: number) => void change('pausedUntil', at);
  if (isPaused) {
    return (
      <div className={styles.row}>
        <span className={styles.status} role="status">
          <Icon name="pause" />
          {until === -1 ? pause.paused : pause.pausedUntil(formatTime(language, until))}
        </span>
        <Button look="primary" onClick={() => pauseUntil(0)}>
          {pause.resume}
        </Button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the line.
    <div className={styles.row} role="group" aria-label={pause.heading}>
      <span className={classNames(styles.status, styles.whole)}>
        <Icon name="pause" /> {pause.heading}
      </span>
      <Button onClick={() => pauseUntil(Date.now() + halfAnHourMs)}>{pause.half}</Button>
      <Button onClick={() => pauseUntil(-1)}>{pause.until}</Button>
    </div>
  );
}
