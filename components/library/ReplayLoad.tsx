import { useRef } from 'react';
import type { ReplayState } from '../../lib/core/replay';
import { type Page, usePage } from '../page/page-context';
import { failureKind } from '../query-client';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import styles from './Library.module.css';

/** Why no replay could start, in the agent's language where it is a known reason. */
function explain(error: Error, { strings, say }: Page): string {
  const { replay, files } = strings.library;
  const kind = failureKind(error) ?? '';
  const reasons: Record<string, string> = { ...files.failures, ...replay.failures };
  if (kind === 'no-tickets') return replay.noTickets(say(error.message));
  return Object.hasOwn(reasons, kind) ? (reasons[kind] ?? '') : say(error.message);
}

type Props = {
  state: ReplayState;
  error: Error | null;
  isStarting: boolean;
  onFile: (file: File) => void;
  onKept: () => void;
  onClear: () => void;
};

/** Where the past tickets come from. */
export function ReplayLoad({ state, error, isStarting, onFile, onKept, onClear }: Props) {
  const page = usePage();
  const { strings, settings } = page;
  const text = strings.library.replay;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={classNames(styles.surface, styles.padded, styles.stack)} aria-label={text.heading}>
      <h2 className={styles.heading}>{text.heading}</h2>
      <p className={styles.soft}>{text.intro}</p>
      <div className={styles.row}>
        <Button
          look={state.source ? 'plain' : 'primary'}
          icon="upload"
          disabled={isStarting}
          onClick={() => input.current?.click()}
        >
          {text.choose}
        </Button>
        <Button icon="ticket" disabled={isStarting || !settings.rememberTickets} onClick={onKept}>
          {text.kept}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.choose}
          accept=".json,.jsonl,.ndjson,.csv,.tsv,.zip"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      <p className={styles.soft}>
        {text.chooseHint} {!settings.rememberTickets && text.keptOff}
      </p>
      {isStarting && <ProgressBar label={strings.page.loading} value={null} />}
      {error && !isStarting && (
        <div role="alert">
          <Notice tone="bad">{explain(error, page)}</Notice>
        </div>
      )}
      {state.source && <Loaded state={state} source={state.source} onClear={onClear} />}
    </section>
  );
}

type LoadedProps = { state: ReplayState; source: NonNullable<ReplayState['source']>; onClear: () => void };

function Loaded({ state, source: { name, tickets, problems, problemCount }, onClear }: LoadedProps) {
  const { strings, say } = usePage();
  const text = strings.library.replay;
  return (
    <>
      <div className={styles.row}>
        <strong>{text.loaded(name, tickets)}</strong>
        {state.leftOut > 0 && <span className={styles.soft}>{text.leftOut(state.leftOut)}</span>}
        <Button look="quiet" icon="close" className={styles.end} onClick={onClear}>
          {text.close}
        </Button>
      </div>
      {problems.length > 0 && (
        <details className={styles.details}>
          <summary>{text.problems(problemCount)}</summary>
          <ul className={styles.problems}>
            {problems.map(({ line, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems of a file that was read never move.
              <li key={index} dir="auto">
                {line !== null && <strong>{strings.library.files.line(line)} </strong>}
                {say(message)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
