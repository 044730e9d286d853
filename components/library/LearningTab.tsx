import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { LearningState, Preference } from '../../lib/core/learning';
import type { LabelStrings } from '../../lib/strings/labels.en';
import { localeOf } from '../../lib/strings/language';
import type { LearningStrings } from '../../lib/strings/learning.en';
import { learningQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { useLock } from '../page/use-lock';
import { Button } from '../ui/Button';
import { ConfirmButton } from '../ui/ConfirmButton';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/EmptyState';
import { ProgressBar } from '../ui/ProgressBar';
import { Switch } from '../ui/Switch';
import type { LibraryDeps } from './deps';
import own from './LearningTab.module.css';
import styles from './Library.module.css';
import { useLearning } from './use-learning';

const hourMs = 3_600_000;

/** A preference in words. */
function say(preference: Preference, text: LearningStrings, intents: LabelStrings['intents']): string {
  const direction = preference.weight > 0 ? 'more' : 'less';
  if (preference.about === 'kind') return text.kinds[preference.kind][direction];
  if (preference.about === 'trait') return text.traits[preference.trait][direction];
  const { intent, source, over } = preference;
  const when = intent === null ? text.anyIntent : text.forIntent(intents[intent]);
  const what = text.name(source.kind, source.title);
  return direction === 'less'
    ? text.avoids(when, what)
    : text.prefers(when, what, over && text.name(over.kind, over.title));
}

/** What the agent's choices taught, in words; each part can be forgotten, all of it moved or switched off. */
export function LearningTab({ deps }: { deps: LibraryDeps }) {
  const { engine, settings, change, strings } = usePage();
  const text = strings.library.learning;
  const lockOf = useLock();
  const query = useQuery(learningQuery(engine));
  const actions = useLearning(deps);
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  return (
    <div className={styles.stack}>
      <section className={classNames(styles.surface, styles.padded, styles.stack)} aria-label={text.heading}>
        <h2 className={styles.heading}>{text.heading}</h2>
        <p className={styles.soft}>{text.intro}</p>
        <Switch
          checked={settings.learnFromChoices}
          locked={lockOf('learnFromChoices')}
          onChange={(next) => void change('learnFromChoices', next)}
          hint={text.switchHint}
        >
          {text.switch}
        </Switch>
        <Actions state={query.data} {...actions} />
      </section>
      <section className={classNames(styles.surface, styles.padded)} aria-label={text.list}>
        <Preferences state={query.data} onForget={(preference) => actions.forget.mutate({ preference })} />
      </section>
    </div>
  );
}

function Actions({ state, forget, exporting, importing }: { state: LearningState } & ReturnType<typeof useLearning>) {
  const { strings } = usePage();
  const text = strings.library.learning;
  const input = useRef<HTMLInputElement>(null);
  const words = {
    title: text.forgetAllTitle,
    text: text.forgetAllText,
    confirm: text.forgetAll,
    cancel: strings.page.cancel,
  };
  const isEmpty = state.choices === 0;
  return (
    <div className={own.actions}>
      <Button
        icon="clock"
        disabled={state.lastHour === 0 || forget.isPending}
        onClick={() => forget.mutate({ since: new Date(Date.now() - hourMs).toISOString() })}
      >
        {text.forgetHour}
      </Button>
      <Button icon="download" disabled={isEmpty || exporting.isPending} onClick={() => exporting.mutate()}>
        {text.export}
      </Button>
      <Button icon="upload" disabled={importing.isPending} onClick={() => input.current?.click()}>
        {text.import}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.import}
        accept=".json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) importing.mutate(file);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <ConfirmButton
        look="danger"
        words={words}
        disabled={isEmpty || forget.isPending}
        onConfirm={() => forget.mutate({ all: true })}
      >
        {text.forgetAll}
      </ConfirmButton>
    </div>
  );
}

function Preferences({ state, onForget }: { state: LearningState; onForget: (id: string) => void }) {
  const { strings, language } = usePage();
  const text = strings.library.learning;
  const { preferences, choices, latestAt, lastHour } = state;
  if (choices === 0) {
    return (
      <EmptyState icon="spark" title={text.emptyTitle}>
        {text.emptyText}
      </EmptyState>
    );
  }
  const time =
    latestAt &&
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(latestAt));
  return (
    <>
      <p className={styles.soft}>
        {[text.counted(choices), time && text.latest(time), lastHour > 0 && text.lastHour(lastHour)]
          .filter(Boolean)
          .join(' ')}
      </p>
      {preferences.length === 0 && <p>{text.nothingClear}</p>}
      <ul className={own.list} aria-label={text.list}>
        {preferences.map((preference) => {
          const words = say(preference, text, strings.labels.intents);
          return (
            <li key={preference.id} className={own.row}>
              <span className={own.words}>
                <bdi>{words}</bdi> <span className={styles.soft}>{text.evidence(preference.choices)}</span>
              </span>
              <Button
                look="quiet"
                icon="trash"
                aria-label={text.forgetThis(words)}
                onClick={() => onForget(preference.id)}
              >
                {text.forget}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
