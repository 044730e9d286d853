import type { Silence, SilenceReason } from '../../lib/core/suggestion';
import { colon } from '../../lib/strings/punctuation';
import { Icon } from '../ui/Icon';
import { usePanel } from './deps';
import styles from './SilentNote.module.css';

/** Reasons that hold for the whole conversation; said once, whatever the kinds. */
const general: readonly SilenceReason[] = [
  'no-open-turn',
  'language-unsupported',
  'resolved',
  'model-unavailable',
  'too-short',
];

/** Silences grouped by reason, in the order they came; a general reason swallows its kinds. */
function groupSilences(silent: readonly Silence[]): { why: SilenceReason; silences: Silence[] }[] {
  const groups = new Map<SilenceReason, Silence[]>();
  for (const silence of silent) groups.set(silence.why, [...(groups.get(silence.why) ?? []), silence]);
  return [...groups].map(([why, silences]) => ({ why, silences }));
}

/** Says that Deskside stays silent and why, per kind. Large when the reply itself is missing, else a line or two. */
export function SilentNote({ silent }: { silent: readonly Silence[] }) {
  const { silent: text } = usePanel().strings;
  if (silent.length === 0) return null;
  const isReplySilent = silent.some((silence) => silence.kind === 'reply');
  return (
    <section className={isReplySilent ? styles.large : styles.small} aria-label={text.title}>
      {isReplySilent && (
        <p className={styles.title}>
          <Icon name="silent" />
          {text.title}
        </p>
      )}
      <ul className={styles.list}>
        {groupSilences(silent).map(({ why, silences }) => (
          <li key={why} data-silent={silences.map(({ kind }) => kind).join(' ')} data-why={why}>
            <SilenceLine why={why} silences={silences} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SilenceLine({ why, silences }: { why: SilenceReason; silences: Silence[] }) {
  const { strings, language } = usePanel();
  const { silent: text } = strings;
  const best = Math.max(...silences.map((silence) => silence.confidence ?? 0));
  const kinds = silences.map(({ kind }) => text.without[kind]).join(' · ');
  return (
    <>
      {!general.includes(why) && <strong className={styles.kinds}>{`${kinds}${colon(language)}`}</strong>}
      {why === 'no-open-turn' ? text.waiting : text.because(why)}
      {best > 0 && why === 'low-confidence' && ` ${text.best(best)}`}
    </>
  );
}
