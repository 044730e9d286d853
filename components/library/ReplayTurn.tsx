import type { ReplayAnswer, ReplayedReply, ReplayedTurn } from '../../lib/core/replay';
import type { SilenceReason } from '../../lib/core/suggestion';
import { colon, formatList } from '../../lib/strings/punctuation';
import { usePage } from '../page/page-context';
import { Chip } from '../ui/Chip';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/Icon';
import styles from './Library.module.css';
import own from './ReplayTab.module.css';

/** One answer of an agent with what Deskside would have suggested there. */
export function ReplayTurn({ turn }: { turn: ReplayedTurn }) {
  const { strings, language } = usePage();
  const text = strings.library.replay;
  const { ticketId, subject, question, real, now, changed, differing } = turn;
  return (
    <article className={classNames(styles.surface, own.turn)}>
      <div className={styles.row}>
        <h3 className={styles.hitTitle} dir="auto">
          {text.ticket(ticketId, subject)}
        </h3>
        {differing.length > 0 && (
          <Chip tone="accent" icon="reload">
            {text.changedChip}
            {colon(language)}
            {formatList(
              language,
              differing.map((kind) => strings.labels.kinds[kind]),
            )}
          </Chip>
        )}
      </div>
      <Column title={text.customer}>
        <Words>{question}</Words>
      </Column>
      <div className={own.columns}>
        <Column title={text.suggested}>
          <Answer answer={now} />
        </Column>
        {changed && differing.length > 0 && (
          <Column title={text.suggestedChanged} isAccented>
            <Answer answer={changed} />
          </Column>
        )}
        <Column title={text.agent}>
          <Words>{real}</Words>
        </Column>
      </div>
    </article>
  );
}

/** Texts longer than this may need to scroll. */
const long = 600;

function Words({ children }: { children: string }) {
  // What scrolls must be reachable by keyboard.
  const focus = children.length > long || children.split('\n').length > 8 ? { tabIndex: 0 } : {};
  return (
    <div className={own.words} dir="auto" {...focus}>
      {children}
    </div>
  );
}

function Column(props: { title: string; isAccented?: boolean; children: React.ReactNode }) {
  const { title, isAccented = false, children } = props;
  return (
    <div className={classNames(own.column, isAccented && own.accented)}>
      <h4 className={own.columnTitle}>{title}</h4>
      {children}
    </div>
  );
}

function Answer({ answer }: { answer: ReplayAnswer }) {
  const { strings, language } = usePage();
  const text = strings.library.replay;
  const { reply, articles, nextStep, others, silent } = answer;
  const replySilence = silent.find(({ kind }) => kind === 'reply');
  const rest = silent.filter((one) => one !== replySilence);
  const isEmpty = !reply && !replySilence && articles.length + others.length === 0 && !nextStep;
  return (
    <>
      {reply && <Reply reply={reply} />}
      {replySilence && (
        <p className={own.silence}>
          <Icon name="silent" /> {strings.panel.silent.without.reply}
          {colon(language)}
          <Because {...replySilence} />
        </p>
      )}
      {isEmpty && <p className={styles.soft}>{text.nothing}</p>}
      {articles.map(({ id, title, quote, confidence }) => (
        <p key={id} className={own.part} dir="auto">
          <Icon name="book" /> <strong>{title}</strong> <span className={styles.soft}>{text.sure(confidence)}</span>
          <br />
          <q className={styles.soft}>{quote}</q>
        </p>
      ))}
      {nextStep && (
        <p className={own.part} dir="auto">
          <Icon name="steps" /> <strong>{text.nextStep(nextStep.playbook)}</strong>{' '}
          <span className={styles.soft}>{text.sure(nextStep.confidence)}</span>
          <br />
          {nextStep.text}
        </p>
      )}
      {others.map(({ kind, text: words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes.
        <p key={index} className={own.part} dir="auto">
          <strong>{strings.labels.kinds[kind]}</strong> {words}
        </p>
      ))}
      {rest.length > 0 && (
        <details className={styles.details}>
          <summary className={own.why}>{text.why(rest.length)}</summary>
          <ul className={styles.problems}>
            {rest.map((one) => (
              <li key={one.kind}>
                {strings.panel.silent.without[one.kind]}
                {colon(language)}
                <Because {...one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Because({ why, confidence }: { why: SilenceReason; confidence?: number }) {
  const { silent } = usePage().strings.panel;
  return (
    <>
      {silent.because(why)}
      {why === 'low-confidence' && confidence !== undefined && confidence > 0 && ` ${silent.best(confidence)}`}
    </>
  );
}

function Reply({ reply: { text: words, sources, confidence, kept, isSameSource, agrees } }: { reply: ReplayedReply }) {
  const { strings, language } = usePage();
  const text = strings.library.replay;
  return (
    <>
      <Words>{words}</Words>
      <p className={own.line}>
        <Chip tone={agrees ? 'good' : 'warn'} icon={agrees ? 'check' : 'alert'}>
          {agrees ? text.filters.agrees : text.filters.differs}
        </Chip>
        <Chip>{text.keptChip(kept)}</Chip>
        {isSameSource !== null && <Chip>{isSameSource ? text.sameChip : text.otherChip}</Chip>}
        <Chip icon="bars">{text.sure(confidence)}</Chip>
      </p>
      <ul className={own.sources}>
        {sources.map(({ kind, id, title, quote, start }) => (
          <li key={`${kind} ${id} ${start}`} dir="auto" title={quote}>
            {`${strings.panel.source[kind]}${colon(language)}${title}`}
          </li>
        ))}
      </ul>
    </>
  );
}
