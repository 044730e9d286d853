import { useState } from 'react';
import type { NoteSwitch } from '../../lib/core/helpdesk-description';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { sayFailure, type TeachDeps } from './deps';
import styles from './Teach.module.css';

type Props = {
  deps: TeachDeps;
  editor: Element;
  onLearnt: (noteSwitch: NoteSwitch) => void;
  onSkip: () => void;
};

/** The page is the agent's here: they switch the box from reply to note as they always do, and say when it is one. */
export function SwitchStep({ deps, editor, onLearnt, onSkip }: Props) {
  const { strings, watchNoteSwitch } = deps;
  const [compare] = useState(() => watchNoteSwitch(editor));
  const [problem, setProblem] = useState<string>();
  const take = () => {
    const seen = compare();
    if (seen.ok) onLearnt(seen.value);
    else setProblem(sayFailure(strings, seen.error));
  };
  return (
    <>
      {problem !== undefined && <Notice tone="warn">{problem}</Notice>}
      <div className={styles.row}>
        <Button look="primary" icon="check" onClick={take}>
          {strings.isNote}
        </Button>
        <Button onClick={onSkip}>{strings.skip.switch}</Button>
      </div>
    </>
  );
}
