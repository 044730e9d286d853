import type { RoutingReason, RoutingSuggestion } from '../../lib/core/suggestion';
import { Bidi } from '../ui/Bidi';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Chip } from '../ui/Chip';
import { usePanel } from './deps';
import styles from './RoutingCard.module.css';
import type { Compose } from './use-compose';

/** Team, priority, tags and macro for the ticket, and why; the agent sets them. */
export function RoutingCard({ routing, compose }: { routing: RoutingSuggestion; compose: Compose }) {
  const { strings } = usePanel();
  const { labels, routing: words } = strings;
  const { team, priority, tags, macro, reasons } = routing;
  const why = (reason: RoutingReason): string => {
    if (reason.by === 'playbook') return words.byPlaybook(reason.title);
    if (reason.by === 'macro') return reason.of === 'macro' ? words.byAnswer : words.byMacro(reason.title);
    return words.bySignal(reason.by === 'flag' ? labels.flags[reason.label] : labels.urgencies[reason.label]);
  };
  return (
    <Card title={words.heading} icon="next">
      <div className={styles.chips}>
        {team && (
          <Chip icon="person">
            <Bidi text={words.team(team)} />
          </Chip>
        )}
        {priority && <Chip icon="clock">{labels.priorities[priority]}</Chip>}
        {tags.map((tag) => (
          <Chip key={tag} icon="tag">
            {tag}
          </Chip>
        ))}
        {macro && (
          <Chip icon="reply">
            <Bidi text={words.macro(macro.title)} />
          </Chip>
        )}
      </div>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.of}|${reason.by}`} dir="auto">
            <Bidi text={words.because(words.of[reason.of], why(reason))} />
          </li>
        ))}
      </ul>
      {tags.length > 0 && (
        <Button
          look="quiet"
          icon="copy"
          onClick={() => void compose.copy(tags.join(' ')).then((done) => done && compose.record(routing, 'copied'))}
        >
          {words.copyTags}
        </Button>
      )}
    </Card>
  );
}
