import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useState } from 'react';
import { Button } from './Button';
import styles from './ConfirmButton.module.css';
import type { IconName } from './Icon';

type Words = { title: string; text: string; confirm: string; cancel: string };

/** Asks before something that cannot be undone; focus is kept inside and returns afterwards. Cancel comes first. */
export function ConfirmDialog({
  words,
  isOpen,
  onOpenChange,
  onConfirm,
}: {
  words: Words;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}) {
  const confirm = () => {
    onOpenChange(false);
    onConfirm();
  };
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{words.title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.text}>{words.text}</AlertDialog.Description>
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button>{words.cancel}</Button>} />
            <Button look="danger" onClick={confirm}>
              {words.confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** A button that asks before it does its work. `label` names it where its words are not enough. */
export function ConfirmButton({
  words,
  onConfirm,
  children,
  icon = 'trash',
  label,
  look = 'quiet',
  disabled = false,
}: {
  words: Words;
  onConfirm: () => void;
  children: string;
  icon?: IconName;
  label?: string;
  look?: 'quiet' | 'danger' | 'plain';
  disabled?: boolean;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look={look} icon={icon} aria-label={label} disabled={disabled} onClick={() => setIsOpen(true)}>
        {children}
      </Button>
      <ConfirmDialog words={words} isOpen={isOpen} onOpenChange={setIsOpen} onConfirm={onConfirm} />
    </>
  );
}
