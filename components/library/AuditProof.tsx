import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AuditVerdict } from '../../lib/core/audit';
import { auditQuery } from '../page/engine-queries';
import { formatMoment } from '../page/format';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { TextField } from '../ui/TextField';
import styles from './AuditTab.module.css';
import type { LibraryDeps } from './deps';
import shared from './Library.module.css';
import { useAuditExport, useCopyHash, useVerifyFile, useVerifyLog } from './use-audit';

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** Whether the log is whole, here or in a file that was exported, and the ways to take it along. */
export function AuditProof({ deps }: { deps: LibraryDeps }) {
  const text = usePage().strings.library.audit;
  const [typed, setTyped] = useState('');
  const noted = typed.trim().toLowerCase();
  const isWrong = noted !== '' && !isHash(noted);
  const given = isHash(noted) ? noted : undefined;
  return (
    <section className={`${shared.surface} ${shared.padded} ${shared.stack}`} aria-label={text.proof}>
      <h2 className={shared.heading}>{text.proof}</h2>
      <p className={shared.soft}>{text.proofIntro}</p>
      <Head />
      <TextField
        label={text.noted}
        hint={text.notedHint}
        error={isWrong ? text.notedWrong : undefined}
        monospace
        value={typed}
        onChange={setTyped}
      />
      <Check noted={given} isReady={!isWrong} />
      <FileCheck deps={deps} noted={given} isReady={!isWrong} />
      <Exports deps={deps} />
    </section>
  );
}

function Head() {
  const { engine, strings } = usePage();
  const text = strings.library.audit;
  const { data } = useQuery(auditQuery(engine, { filter: {}, offset: 0, limit: 1 }));
  const copy = useCopyHash();
  if (!data) return null;
  if (data.head.seq === 0) return <p>{text.noHash}</p>;
  const { hash, seq } = data.head;
  return (
    <div className={styles.head}>
      <span>
        {text.hash} ({text.row(seq)})
      </span>
      <code className={styles.hash} data-head>
        {hash}
      </code>
      <Button icon="copy" onClick={() => void copy(hash)}>
        {text.copy}
      </Button>
    </div>
  );
}

type Given = { noted: string | undefined; isReady: boolean };

function Check({ noted, isReady }: Given) {
  const text = usePage().strings.library.audit;
  const { check, failure, isCancelled, start, cancel } = useVerifyLog();
  const isRunning = check !== undefined && check.progress !== null;
  return (
    <div className={styles.check}>
      {isRunning ? (
        <Button icon="close" onClick={cancel}>
          {text.cancel}
        </Button>
      ) : (
        <Button look="primary" icon="check" disabled={!isReady} onClick={() => start(noted)}>
          {text.verify}
        </Button>
      )}
      <div role="status" aria-live="polite" className={styles.result}>
        {isRunning && <ProgressBar label={text.verifying} value={check.progress} />}
        {isCancelled && !isRunning && <p>{text.cancelled}</p>}
        {failure && <Notice tone="bad">{failure}</Notice>}
        {!isRunning && check?.verdict && <Verdict verdict={check.verdict} />}
      </div>
    </div>
  );
}

function FileCheck({ deps, noted, isReady }: Given & { deps: LibraryDeps }) {
  const text = usePage().strings.library.audit;
  const input = useRef<HTMLInputElement>(null);
  const { state, start, cancel } = useVerifyFile(deps);
  const isRunning = state.phase === 'running';
  return (
    <div className={styles.check}>
      {isRunning ? (
        <Button icon="close" onClick={cancel}>
          {text.cancel}
        </Button>
      ) : (
        <Button icon="upload" disabled={!isReady} onClick={() => input.current?.click()}>
          {text.verifyFile}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.verifyFile}
        accept=".jsonl"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void start(file, noted);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <div role="status" aria-live="polite" className={styles.result}>
        {isRunning && <ProgressBar label={text.verifying} value={state.progress} />}
        {state.phase === 'failed' && <Notice tone="bad">{state.message}</Notice>}
        {state.phase === 'done' && (
          <>
            <p>{text.fileResult(state.name)}</p>
            <Verdict verdict={state.verdict} />
          </>
        )}
      </div>
    </div>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { strings, language } = usePage();
  const text = strings.library.audit;
  const { firstBroken, breaks, rows, from, to, noted } = verdict;
  return (
    <>
      {firstBroken ? (
        <Notice tone="bad">
          {text.broken(firstBroken.seq, firstBroken.fault)} {breaks > 1 && text.breaks(breaks)}
        </Notice>
      ) : (
        <p>
          {text.whole(rows)} {from && to && text.span(formatMoment(language, from), formatMoment(language, to))}
        </p>
      )}
      {noted !== undefined &&
        (noted === null ? <Notice tone="warn">{text.notedGone}</Notice> : <p>{text.notedFound(noted)}</p>)}
    </>
  );
}

function Exports({ deps }: { deps: LibraryDeps }) {
  const text = usePage().strings.library.audit;
  const exporting = useAuditExport(deps);
  const isRunning = exporting.isPending;
  return (
    <div className={styles.exports}>
      <p className={shared.soft}>{text.exportsHint}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout and legend. */}
      <div className={styles.actions} role="group" aria-label={text.exports}>
        <Button icon="download" disabled={isRunning} onClick={() => exporting.mutate('jsonl')}>
          {text.exportLines}
        </Button>
        <Button icon="download" disabled={isRunning} onClick={() => exporting.mutate('csv')}>
          {text.exportTable}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {isRunning && <ProgressBar label={text.exporting} value={null} />}
      </div>
    </div>
  );
}
