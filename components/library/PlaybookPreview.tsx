import { ticketPriorities } from '../../lib/core/knowledge';
import { intents } from '../../lib/core/signals';
import { formatNumber } from '../page/format';
import { usePage } from '../page/page-context';
import { Chip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import styles from './Library.module.css';
import { type Preview, previewPlaybook } from './playbook-text';

/** The steps as they will be shown, numbered anew, while they are written. */
export function PlaybookPreview({ text }: { text: string }) {
  const { strings, language } = usePage();
  const words = strings.library.playbooks;
  const { title, head, steps } = previewPlaybook(text);
  const intent = head.intent?.toLowerCase();
  const known = intents.find((name) => name === intent);
  return (
    <section aria-label={words.preview}>
      <p className={styles.soft}>{words.preview}</p>
      {title === '' && steps.length === 0 ? (
        <p className={styles.soft}>{words.previewEmpty}</p>
      ) : (
        <>
          <p className={styles.previewTitle} dir="auto">
            {title || words.untitled}
          </p>
          {intent && intent !== 'none' && (
            <p className={styles.intent} data-unknown={known ? undefined : true}>
              <Icon name={known ? 'tag' : 'alert'} />
              <span>{known ? words.intent(strings.labels.intents[known]) : words.unknownIntent(intent)}</span>
            </p>
          )}
          <RoutingLine head={head} />
          <ol className={styles.steps}>
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place while it is being written.
              <li key={index} className={styles.step}>
                <span className={styles.number}>{formatNumber(language, index + 1)}</span>
                {step.kind && <Chip tone="accent">{strings.labels.stepKinds[step.kind]}</Chip>}
                <span dir="auto">{step.text}</span>
                {step.say && (
                  <q className={styles.say} dir="auto">
                    {step.say}
                  </q>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** Team, priority and tags as they will be suggested; a priority that there is not is marked. */
function RoutingLine({ head }: { head: Preview['head'] }) {
  const { strings } = usePage();
  const words = strings.library.playbooks;
  const { team, tags } = head;
  const priority = ticketPriorities.find((one) => one === head.priority?.toLowerCase());
  if (!team && !tags && !head.priority) return null;
  return (
    <p className={styles.row}>
      {team && <Chip icon="ticket">{words.team(team)}</Chip>}
      {head.priority && (
        <Chip tone={priority ? 'plain' : 'warn'} icon={priority ? 'clock' : 'alert'}>
          {priority ? strings.labels.priorities[priority] : words.unknownPriority(head.priority)}
        </Chip>
      )}
      {tags?.split(/[,،;]/).map(
        (tag) =>
          tag.trim() !== '' && (
            <Chip key={tag} icon="tag">
              {tag.trim()}
            </Chip>
          ),
      )}
    </p>
  );
}
