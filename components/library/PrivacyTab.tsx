import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrivacyState } from '../../lib/core/privacy';
import { localeOf } from '../../lib/strings';
import { privacyQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { ConfirmButton } from '../ui/ConfirmButton';
import { classNames } from '../ui/class-names';
import { ProgressBar } from '../ui/ProgressBar';
import { TextField } from '../ui/TextField';
import type { LibraryDeps } from './deps';
import styles from './Library.module.css';
import own from './PrivacyTab.module.css';
import { PrivacyTable } from './PrivacyTable';
import { usePrivacy } from './use-privacy';

type Actions = ReturnType<typeof usePrivacy>;

/** What is kept of customers, for whoever answers for it: to read, to print, to take along and to delete. */
export function PrivacyTab({ deps }: { deps: LibraryDeps }) {
  const { engine, settings, strings } = usePage();
  const text = strings.library.privacy;
  const query = useQuery(privacyQuery(engine));
  const actions = usePrivacy(deps);
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  return (
    <div className={styles.stack}>
      <section className={classNames(styles.surface, styles.padded, styles.stack)} aria-label={text.heading}>
        <div className={styles.row}>
          <h2 className={styles.heading}>{text.heading}</h2>
          <span className={classNames(styles.end, own.screenOnly)}>
            <Button icon="copy" onClick={deps.print}>
              {text.print}
            </Button>
          </span>
        </div>
        <p className={styles.soft}>{text.intro}</p>
        <h3 className={own.heading}>{text.facts}</h3>
        <ul className={own.facts}>
          {text.factList.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          <li>{text.remembering(settings.rememberTickets)}</li>
        </ul>
      </section>
      <div className={classNames(styles.surface, styles.padded, styles.stack)}>
        <h2 className={styles.heading}>{text.table}</h2>
        <PrivacyTable state={query.data} />
        <Tidying state={query.data} {...actions} />
      </div>
      <Person {...actions} />
      <Everything {...actions} />
    </div>
  );
}

function Tidying({ state: { tidied }, tidying }: { state: PrivacyState } & Actions) {
  const { strings, language } = usePage();
  const text = strings.library.privacy;
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
  const removed = Object.values(tidied?.removed ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.row}>
      <p className={styles.soft} role="status">
        {tidied ? text.tidied(format.format(new Date(tidied.at)), removed) : text.tidiedNever}
      </p>
      <span className={classNames(styles.end, own.screenOnly)}>
        <Button icon="clock" disabled={tidying.isPending} onClick={() => tidying.mutate()}>
          {text.tidyNow}
        </Button>
      </span>
    </div>
  );
}

/** A button that asks once more, with what goes, before it deletes. Its own words confirm. */
function DeleteButton({
  title,
  warning,
  isPending,
  onConfirm,
  children,
}: {
  title: string;
  warning: string;
  isPending: boolean;
  onConfirm: () => void;
  children: string;
}) {
  const { strings } = usePage();
  const words = { title, text: warning, confirm: children, cancel: strings.page.cancel };
  return (
    <ConfirmButton look="danger" words={words} disabled={isPending} onConfirm={onConfirm}>
      {children}
    </ConfirmButton>
  );
}

function Person({ find, remove, sayLinked }: Actions) {
  const { strings } = usePage();
  const text = strings.library.privacy;
  const [typed, setTyped] = useState('');
  const change = (next: string) => {
    setTyped(next);
    // What was found belongs to other words.
    find.reset();
  };
  const counts = find.data;
  const linked = counts ? sayLinked(counts) : '';
  return (
    <section
      className={classNames(styles.surface, styles.padded, styles.stack, own.screenOnly)}
      aria-label={text.person}
    >
      <h2 className={styles.heading}>{text.person}</h2>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate(typed);
        }}
      >
        <TextField label={text.personLabel} value={typed} onChange={change} hint={text.personText} />
        <div className={styles.row}>
          <Button type="submit" icon="search" disabled={typed.trim() === '' || find.isPending}>
            {text.find}
          </Button>
        </div>
      </form>
      <div role="status" className={styles.stack}>
        {counts && <p className={own.found}>{linked === '' ? text.nothing : `${text.found}: ${linked}.`}</p>}
        {counts && counts.knowledge > 0 && (
          <p className={styles.soft}>
            {`${text.found}: ${text.linked.knowledge(counts.knowledge)}. ${text.knowledgeNote}`}
          </p>
        )}
      </div>
      {linked !== '' && (
        <div className={styles.row}>
          <DeleteButton
            title={text.removeTitle}
            warning={`${linked}. ${text.removeText}`}
            isPending={remove.isPending}
            onConfirm={() => remove.mutate(typed)}
          >
            {text.remove}
          </DeleteButton>
        </div>
      )}
    </section>
  );
}

function Everything({ exporting, deleting }: Actions) {
  const { strings } = usePage();
  const text = strings.library.privacy;
  return (
    <section
      className={classNames(styles.surface, styles.padded, styles.stack, own.screenOnly)}
      aria-label={text.everything}
    >
      <h2 className={styles.heading}>{text.everything}</h2>
      <p className={styles.soft}>{text.everythingText}</p>
      <div className={styles.row}>
        <Button icon="download" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
          {text.export}
        </Button>
        <DeleteButton
          title={text.deleteTitle}
          warning={text.deleteText}
          isPending={deleting.isPending}
          onConfirm={() => deleting.mutate()}
        >
          {text.deleteAll}
        </DeleteButton>
      </div>
    </section>
  );
}
