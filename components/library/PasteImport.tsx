import { useState } from 'react';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import styles from './Library.module.css';

/** What was pasted: `html` while the formatted text is as it came from the clipboard. */
type Pasted = { text: string; html: string | null };

/** Takes an article from the clipboard, with its formatting where the clipboard has it. */
export function PasteImport({ onAdd }: { onAdd: (title: string, pasted: Pasted) => Promise<void> }) {
  const text = usePage().strings.library.files;
  const [title, setTitle] = useState('');
  const [pasted, setPasted] = useState<Pasted>({ text: '', html: null });
  const isReady = title.trim() !== '' && pasted.text.trim() !== '';
  const take = (event: React.ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const isField = event.target instanceof HTMLTextAreaElement;
    if (!isField || html === '' || pasted.text.trim() !== '') return;
    event.preventDefault();
    setPasted({ text: event.clipboardData.getData('text/plain'), html });
  };
  const add = async () => {
    // A slash would part a folder from a file.
    await onAdd(title.trim().replace(/[/\\]/g, '-'), pasted);
    setTitle('');
    setPasted({ text: '', html: null });
  };
  return (
    <section className={`${styles.surface} ${styles.padded} ${styles.stack}`} aria-label={text.paste} onPaste={take}>
      <h2 className={styles.heading}>{text.paste}</h2>
      <TextField label={text.pasteTitle} hint={text.pasteTitleHint} value={title} onChange={setTitle} />
      <TextField
        label={text.pasteText}
        hint={pasted.html === null ? text.pasteHint : text.pasteFormatted}
        rows={6}
        value={pasted.text}
        // The clipboard's formatting belongs to its own words only.
        onChange={(next) => setPasted({ text: next, html: null })}
      />
      <div>
        <Button look="primary" icon="plus" disabled={!isReady} onClick={() => void add()}>
          {text.pasteAdd}
        </Button>
      </div>
    </section>
  );
}
