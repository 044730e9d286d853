import type { ReplySuggestion } from '../../lib/core/suggestion';
import { localeOf } from '../../lib/strings/language';
import { Notice } from '../ui/Notice';
import styles from './DraftNotes.module.css';
import { usePanel } from './deps';

/** What the agent should know of a draft before sending it: its language, its age, what it leaves open. */
export function DraftNotes({ suggestion }: { suggestion: ReplySuggestion }) {
  const { strings, language } = usePanel();
  const { unanswered = [], customerLanguage, past } = suggestion;
  const text = strings.reply;
  const nameOf = (code: string) => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  const lastAt = new Date(past?.lastAt ?? Number.NaN);
  return (
    <>
      {customerLanguage && (
        <Notice tone="warn">{text.otherLanguage(nameOf(suggestion.language), nameOf(customerLanguage))}</Notice>
      )}
      {unanswered.length > 0 && (
        <Notice tone="warn">
          {text.unanswered}
          {unanswered.map((question) => (
            <q key={question} className={styles.open} dir="auto">
              {question}
            </q>
          ))}
        </Notice>
      )}
      {past && (
        <p className={styles.past}>
          {text.pastUse(past.tickets, past.solved)}
          {!Number.isNaN(lastAt.getTime()) && (
            <>
              {' · '}
              <time dateTime={past.lastAt}>
                {new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(lastAt)}
              </time>
            </>
          )}
        </p>
      )}
    </>
  );
}
