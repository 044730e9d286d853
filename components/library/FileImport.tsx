import { type DragEvent, useRef, useState } from 'react';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ProgressBar } from '../ui/ProgressBar';
import type { LibraryDeps } from './deps';
import { FileReports } from './FileReports';
import styles from './Library.module.css';
import { PasteImport } from './PasteImport';
import { useFileImport } from './use-file-import';

/** What the file chooser offers first; a file is told by its content in the end. */
const fileEndings = '.csv,.tsv,.json,.jsonl,.md,.markdown,.html,.htm,.txt,.docx,.pdf,.zip';

/** Import of files by button or by dropping them, and of pasted text; each gets its own report. */
export function FileImport({ deps }: { deps: LibraryDeps }) {
  const text = usePage().strings.library.files;
  const { entries, reading, add, addText, cancel, clear } = useFileImport(deps);
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <section className={styles.stack} aria-label={text.heading}>
      <h2 className={styles.heading}>{text.heading}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same. */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <p className={styles.dropTitle}>{text.drop}</p>
        <p className={styles.soft}>{text.kinds}</p>
        <Button onClick={() => input.current?.click()}>{text.choose}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={text.choose}
          accept={fileEndings}
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            // The same file can be chosen again after it was mended.
            event.target.value = '';
          }}
        />
      </div>
      <div role="status" aria-live="polite">
        {reading && (
          <>
            <p className={styles.soft}>{text.reading(reading.name)}</p>
            <ProgressBar label={text.reading(reading.name)} value={reading.progress} />
            <Button icon="close" onClick={cancel}>
              {text.cancel}
            </Button>
          </>
        )}
      </div>
      <PasteImport
        onAdd={(title, { text: plain, html }) =>
          addText({ name: title, text: html ?? plain, format: html === null ? 'txt' : 'html' })
        }
      />
      {entries.length > 0 && <FileReports entries={entries} onClear={clear} />}
    </section>
  );
}
