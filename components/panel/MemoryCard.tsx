import { isLocked } from '../../lib/core/policy';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { usePanel } from './deps';
import styles from './MemoryCard.module.css';
import { useSettings } from './use-settings';

/** Asks once whether tickets may be remembered on this device; a no hides similar tickets, which the popup can bring back. */
export function MemoryCard() {
  const { strings, settings, writeSetting } = usePanel();
  const { rememberTickets, kinds, policy } = useSettings(settings);
  const isDecided = isLocked(policy, 'rememberTickets') || isLocked(policy, 'kinds', 'similar-ticket');
  if (rememberTickets || !kinds['similar-ticket'] || isDecided) return null;
  return (
    <Card title={strings.memory.heading} icon="ticket" look="flat">
      <p className={styles.text}>{strings.memory.text}</p>
      <div className={styles.actions}>
        <Button onClick={() => void writeSetting('rememberTickets', true)}>{strings.memory.turnOn}</Button>
        <Button look="quiet" onClick={() => void writeSetting('kinds', { ...kinds, 'similar-ticket': false })}>
          {strings.memory.decline}
        </Button>
      </div>
    </Card>
  );
}
