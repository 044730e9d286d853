import { Toolbar } from '@base-ui/react/toolbar';
import { useLayoutEffect, useRef, useState } from 'react';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { Segments } from '../ui/Segments';
import styles from './Practice.module.css';
import type { DeskTicket, PracticeDesk } from './practice-desk';
import { editorText } from './practice-helpdesk';

const emptyParagraph = () => {
  const paragraph = document.createElement('p');
  paragraph.append(document.createElement('br'));
  return paragraph;
};

/** A small rich editor of the browser's own, with the channel it writes to. Drafts stay while another ticket is open. */
export function Composer({ ticket, desk, isOpen }: { ticket: DeskTicket; desk: PracticeDesk; isOpen: boolean }) {
  const { strings } = usePage();
  const text = strings.practice.composer;
  const editor = useRef<HTMLDivElement>(null);
  const [isBlank, setIsBlank] = useState(true);
  const isNote = ticket.target === 'note';
  const clear = () => {
    editor.current?.replaceChildren(emptyParagraph());
    setIsBlank(true);
    editor.current?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  useLayoutEffect(() => {
    // React must not own what the agent types, so the first paragraph is put in by hand.
    if (editor.current?.childNodes.length === 0) editor.current.append(emptyParagraph());
    document.execCommand('defaultParagraphSeparator', false, 'p');
  }, []);
  const send = () => {
    if (!editor.current) return;
    desk.agentSends(editorText(editor.current));
    clear();
  };
  return (
    <section className={styles.composer} hidden={!isOpen} aria-label={isNote ? text.noteLabel : text.label}>
      <div className={styles.bar}>
        <Segments
          label={text.channel}
          hideLabel
          value={ticket.target}
          options={[
            { value: 'public', label: text.public },
            { value: 'note', label: text.note },
          ]}
          onChange={(target) => desk.setTarget(target)}
        />
        <Tools editor={editor} />
        <span className={styles.end}>
          <Button look="plain" icon={isNote ? 'lock' : 'reply'} disabled={isBlank} onClick={send}>
            {isNote ? text.sendNote : text.send}
          </Button>
        </span>
      </div>
      <div className={styles.box}>
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold formatting. */}
        <div
          ref={editor}
          className={styles.editor}
          data-composer={ticket.id}
          data-target={ticket.target}
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-label={isNote ? text.noteLabel : text.label}
          dir="auto"
          onInput={(event) => setIsBlank(editorText(event.currentTarget) === '')}
        />
        {isBlank && (
          <span className={styles.placeholder} aria-hidden="true">
            {isNote ? text.notePlaceholder : text.placeholder}
          </span>
        )}
      </div>
    </section>
  );
}

function Tools({ editor }: { editor: React.RefObject<HTMLElement | null> }) {
  const text = usePage().strings.practice.composer;
  const tools = [
    { command: 'bold', label: text.bold, sign: 'B', look: styles.bold },
    { command: 'italic', label: text.italic, sign: 'I', look: styles.italic },
    { command: 'insertUnorderedList', label: text.list, sign: '•≡', look: undefined },
  ];
  const run = (command: string) => {
    editor.current?.focus();
    document.execCommand(command);
  };
  return (
    <Toolbar.Root className={styles.tools ?? ''} aria-label={text.tools}>
      {tools.map(({ command, label, sign, look }) => (
        <Toolbar.Button
          key={command}
          className={classNames(styles.tool, look)}
          aria-label={label}
          title={label}
          // Pressing must not take the caret out of the editor.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(command)}
        >
          {sign}
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  );
}
