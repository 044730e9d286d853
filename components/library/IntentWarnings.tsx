import type { IntentsState, IntentWarning } from '../../lib/core/team-intents';
import { formatList } from '../../lib/strings/punctuation';
import { usePage } from '../page/page-context';
import { Notice } from '../ui/Notice';
import styles from './Library.module.css';

/** Warnings shown at once; the others are counted. */
const shown = 8;

/** What may make the intents less sure, the worst first. */
export function IntentWarnings({ state: { intents, warnings } }: { state: IntentsState }) {
  const { strings } = usePage();
  const text = strings.library.intents.warnings;
  if (warnings.length === 0) return null;
  const nameOf = (id: string) => intents.find((one) => one.id === id)?.name ?? id;
  return (
    <section className={`${styles.surface} ${styles.padded} ${styles.stack}`} aria-label={text.heading}>
      <h2 className={styles.heading}>{text.heading}</h2>
      {warnings.slice(0, shown).map((warning) => (
        <Warning key={JSON.stringify(warning)} warning={warning} nameOf={nameOf} />
      ))}
      {warnings.length > shown && <p className={styles.soft}>{text.more(warnings.length - shown)}</p>}
    </section>
  );
}

function Warning({ warning, nameOf }: { warning: IntentWarning; nameOf: (id: string) => string }) {
  const { strings, language } = usePage();
  const text = strings.library.intents.warnings;
  if (warning.kind === 'few') return <Notice tone="info">{text.few(nameOf(warning.intent), warning.count)}</Notice>;
  if (warning.kind === 'duplicate')
    return (
      <Notice tone="warn">{text.duplicate(warning.text, formatList(language, warning.intents.map(nameOf)))}</Notice>
    );
  const [first, second] = warning.intents.map(nameOf) as [string, string];
  const say = warning.examples.length > 0 ? text.overlap : text.overlapPlain;
  return (
    <>
      <Notice tone="warn">{say(first, second, warning.share)}</Notice>
      <ul className={styles.problems}>
        {warning.examples.map((example) => (
          <li key={example}>
            <bdi>{example}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
