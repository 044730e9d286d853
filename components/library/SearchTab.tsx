import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Hit } from '../../lib/core/knowledge';
import { searchQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { TextField } from '../ui/TextField';
import { HitCard } from './HitCard';
import styles from './Library.module.css';
import toggles from './SearchTab.module.css';
import { useSettled } from './use-settled';

const kinds = ['article', 'macro', 'past'] as const;
type Kind = (typeof kinds)[number];
const hitsShown = 20;

/** The engine's own search, with what it rests on: the best passage, its sentence and the scores. */
export function SearchTab({ onOpenSources }: { onOpenSources: () => void }) {
  const { engine, strings } = usePage();
  const text = strings.library.search;
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly Kind[]>(kinds);
  const settled = useSettled(words.trim(), 150);
  const query = useQuery(searchQuery(engine, { text: settled, limit: hitsShown, kinds: [...chosen] }));
  return (
    <div className={styles.stack}>
      <TextField
        type="search"
        icon="search"
        label={text.label}
        placeholder={text.placeholder}
        hideLabel
        value={words}
        onChange={setWords}
      />
      <div className={styles.row}>
        <span className={styles.soft}>{text.in}</span>
        <ToggleGroup
          multiple
          className={styles.row}
          aria-label={text.in}
          value={chosen}
          // At least one stays: nothing to search in is no question.
          onValueChange={(next) => next.length > 0 && setChosen(kinds.filter((kind) => next.includes(kind)))}
        >
          {kinds.map((kind) => (
            <Toggle key={kind} value={kind} className={toggles.toggle ?? ''}>
              {text.kinds[kind]}
            </Toggle>
          ))}
        </ToggleGroup>
        <span className={`${styles.soft} ${styles.end}`} role="status">
          {settled !== '' && query.data && text.hits(query.data.length)}
        </span>
      </div>
      {query.isError ? (
        <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Hits hits={settled === '' ? null : query.data} onOpenSources={onOpenSources} />
      )}
    </div>
  );
}

function Hits({ hits, onOpenSources }: { hits: Hit[] | null | undefined; onOpenSources: () => void }) {
  const { strings } = usePage();
  const text = strings.library.search;
  if (hits === undefined) return null;
  if (hits === null) {
    return (
      <div className={styles.surface}>
        <EmptyState icon="search" title={text.startTitle}>
          {text.startText}
        </EmptyState>
      </div>
    );
  }
  if (hits.length === 0) {
    return (
      <div className={styles.surface}>
        <EmptyState
          icon="search"
          title={text.noneTitle}
          action={<Button onClick={onOpenSources}>{strings.library.toSources}</Button>}
        >
          {text.noneText}
        </EmptyState>
      </div>
    );
  }
  return (
    <ol className={styles.hits}>
      {hits.map((hit) => (
        <li key={`${hit.ownerKind} ${hit.ownerId}`}>
          <HitCard hit={hit} />
        </li>
      ))}
    </ol>
  );
}
