import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntentsState } from '../../lib/core/team-intents';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import { Chip } from '../ui/Chip';
import { TextField } from '../ui/TextField';
import styles from './Library.module.css';
import { useSettled } from './use-settled';

/** A field that says what the team's intents make of a sentence. */
export function IntentTry({ state }: { state: IntentsState }) {
  const { engine, strings, say } = usePage();
  const text = strings.library.intents.try;
  const [words, setWords] = useState('');
  const settled = useSettled(words.trim(), 150);
  const query = useQuery({
    queryKey: ['library', 'intents', 'guess', settled, state.intents, state.training.phase === 'ready'],
    queryFn: ({ signal }) => unwrap(engine.guessIntent({ text: settled }), signal),
    enabled: settled !== '' && state.intents.length > 0,
    placeholderData: keepPreviousData,
  });
  if (state.intents.length === 0) return null;
  const guess = settled === '' ? undefined : query.data;
  return (
    <section className={`${styles.surface} ${styles.padded}`} aria-label={text.heading}>
      <TextField label={text.heading} placeholder={text.label} value={words} onChange={setWords} />
      <p className={styles.row} role="status">
        {guess && (
          <>
            <Chip tone={guess.intent ? 'accent' : 'plain'} icon={guess.intent ? 'tag' : 'silent'} strong>
              {guess.intent ?? text.none}
            </Chip>
            {guess.intent && <span className={styles.soft}>{text.sure(guess.confidence)}</span>}
          </>
        )}
        {query.isError && <span className={styles.soft}>{say(query.error.message)}</span>}
      </p>
    </section>
  );
}
