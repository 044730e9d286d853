import { useRef } from 'react';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { ProgressBar } from '../ui/ProgressBar';
import type { LibraryDeps } from './deps';
import { FileReports } from './FileReports';
import styles from './Library.module.css';
import { useFileImport } from './use-file-import';

/** Examples from files, read as every file of the library is. */
export function IntentImport({ deps }: { deps: Pick<LibraryDeps, 'readFile' | 'importInPieces'> }) {
  const { strings } = usePage();
  const text = strings.library.intents;
  const { entries, reading, add, clear } = useFileImport(deps);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.side}>
      <Button icon="upload" onClick={() => input.current?.click()}>
        {text.import}
      </Button>
      <p className={styles.soft}>{text.importHint}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.import}
        accept=".csv,.json"
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      {reading && <ProgressBar label={strings.library.files.reading(reading.name)} value={reading.progress} />}
      {entries.length > 0 && <FileReports entries={entries} onClear={clear} />}
    </div>
  );
}
