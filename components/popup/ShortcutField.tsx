import { type KeyboardEvent, useId, useState } from 'react';
import { usePage } from '../page/page-context';
import { useLock } from '../page/use-lock';
import { type ShortcutName, shortcutKeys } from '../panel/keyboard';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { LockedNote } from '../ui/LockedNote';
import styles from './Popup.module.css';
import { type Refusal, readPressed, refusePressed } from './shortcut-capture';

/** A shortcut that is changed by pressing the new keys. Escape or leaving keeps the old; keys that clash are refused with the reason. */
export function ShortcutField({ name }: { name: ShortcutName }) {
  const { settings, change, strings, showToast } = usePage();
  const text = strings.popup.shortcuts;
  const id = useId();
  const [isRecording, setIsRecording] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const current = settings.shortcuts[name];
  const locked = useLock()('shortcuts', name);

  const record = (event: KeyboardEvent) => {
    if (!isRecording) return;
    // Tab leaves the field, as everywhere.
    if (event.key === 'Tab' && !event.altKey && !event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setIsRecording(false);
    const pressed = readPressed(event.nativeEvent);
    if (pressed === null) return;
    const refused = refusePressed(settings.shortcuts, name, pressed);
    setRefusal(refused);
    if (refused) return;
    setIsRecording(false);
    void change('shortcuts', { ...settings.shortcuts, [name]: pressed });
    showToast('good', text.stored(text.names[name]));
  };
  const stop = () => {
    setIsRecording(false);
    setRefusal(null);
  };
  return (
    <div>
      <div className={styles.shortcut}>
        <span id={`${id}-name`}>{text.names[name]}</span>
        <Button
          id={`${id}-keys`}
          aria-labelledby={`${id}-name ${id}-keys`}
          title={locked ?? text.change}
          aria-describedby={locked && `${id}-locked`}
          aria-disabled={locked !== undefined}
          aria-pressed={isRecording}
          onClick={() => setIsRecording(locked === undefined)}
          onKeyDown={record}
          onBlur={stop}
        >
          {isRecording ? text.press : <Kbd keys={shortcutKeys(current)} />}
        </Button>
      </div>
      <LockedNote id={`${id}-locked`} text={locked} />
      {refusal && (
        <p className={styles.warning} role="alert">
          <Icon name="alert" />
          {refusal.why === 'taken' && text.taken(text.names[refusal.by])}
          {refusal.why === 'browser' && text.browsers}
          {refusal.why === 'unreadable' && text.unreadable}
        </p>
      )}
    </div>
  );
}
