import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { ReplySuggestion, Source } from '../../lib/core/suggestion';
import { Bidi } from '../ui/Bidi';
import { classNames } from '../ui/class-names';
import { Icon, type IconName } from '../ui/Icon';
import styles from './Draft.module.css';
import { usePanel } from './deps';
import { layOutSentences } from './lay-out-sentences';
import { webAddress } from './reply-html';

const sourceIcons: Record<Source['kind'], IconName> = {
  macro: 'reply',
  article: 'book',
  past: 'ticket',
  playbook: 'steps',
  message: 'ticket',
};
const quotesShown = 320;

/** The sources of a draft by what they are part of: a macro of ten sentences is one row. */
function groupSources(sources: readonly Source[]): { source: Source; indexes: number[] }[] {
  const groups = new Map<string, { source: Source; indexes: number[] }>();
  sources.forEach((source, index) => {
    const key = `${source.kind}:${source.id}`;
    const group = groups.get(key) ?? { source, indexes: [] };
    group.indexes.push(index);
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** The source that most sentences rest on; among equals the one that says most, which is never the greeting. */
function mainSource({ sentences, sources }: ReplySuggestion): number {
  const counts = new Map<number, number>();
  for (const { source } of sentences) if (source !== null) counts.set(source, (counts.get(source) ?? 0) + 1);
  const length = (index: number) => sources[index]?.quote.length ?? 0;
  return [...counts].sort((left, right) => right[1] - left[1] || length(right[0]) - length(left[0]))[0]?.[0] ?? 0;
}

/**
 * A draft, sentence by sentence. Hovering or focusing a sentence shows where it comes from; arrow keys walk through the
 * sentences, so that the draft is one stop for Tab.
 */
export function Draft({ suggestion }: { suggestion: ReplySuggestion }) {
  const { strings } = usePanel();
  const [active, setActive] = useState<{ sentence: number; source: number } | null>(null);
  const segments = useMemo(() => layOutSentences(suggestion.text, suggestion.sentences), [suggestion]);
  const sourceId = useId();
  const shown = active?.source ?? mainSource(suggestion);
  const firstStop = suggestion.sentences.findIndex(({ source }) => source !== null);
  const stop = active?.sentence ?? firstStop;
  const rowId = (index: number) => {
    const source = suggestion.sources[index];
    return source ? `${sourceId}-${source.kind}-${source.id}` : undefined;
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout and legend. */}
      <div
        className={styles.text}
        dir="auto"
        lang={suggestion.language}
        role="group"
        aria-label={strings.reply.draft}
        onKeyDown={moveFocus}
        onPointerLeave={() => setActive(null)}
      >
        {segments.map(({ text, sentence }, position) => {
          const source = sentence === null ? null : (suggestion.sentences[sentence]?.source ?? null);
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one draft never move.
          if (sentence === null || source === null) return <Bidi key={position} text={text} />;
          return (
            <Sentence
              // biome-ignore lint/suspicious/noArrayIndexKey: the segments of one draft never move.
              key={position}
              index={sentence}
              isStop={sentence === stop}
              isActive={active?.source === source}
              describedBy={rowId(source)}
              source={suggestion.sources[source]}
              onActive={() => setActive({ sentence, source })}
            >
              {text}
            </Sentence>
          );
        })}
      </div>
      <ul className={styles.sources} aria-label={strings.reply.basedOn}>
        {groupSources(suggestion.sources).map(({ source, indexes }) => (
          <SourceRow
            key={`${source.kind}:${source.id}`}
            id={`${sourceId}-${source.kind}-${source.id}`}
            source={(indexes.includes(shown) ? suggestion.sources[shown] : undefined) ?? source}
            isShown={indexes.includes(shown)}
          />
        ))}
      </ul>
    </>
  );
}

function Sentence({
  index,
  isStop,
  isActive,
  describedBy,
  source,
  onActive,
  children,
}: {
  index: number;
  isStop: boolean;
  isActive: boolean;
  describedBy: string | undefined;
  source: Source | undefined;
  onActive: () => void;
  children: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a real button cannot break over lines within a paragraph.
    <span
      role="button"
      tabIndex={isStop ? 0 : -1}
      data-sentence={index}
      data-source={source?.id}
      data-quote={source?.quote}
      className={classNames(styles.sentence, isActive && styles.active)}
      aria-describedby={describedBy}
      onPointerEnter={onActive}
      onFocus={onActive}
    >
      <Bidi text={children} />
    </span>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const isForward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
  if (!isForward && event.key !== 'ArrowLeft' && event.key !== 'ArrowUp') return;
  const sentences = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-sentence]')];
  const at = sentences.indexOf(event.target as HTMLElement);
  sentences[at + (isForward ? 1 : -1)]?.focus();
  event.preventDefault();
}

function SourceRow({ id, source, isShown }: { id: string; source: Source; isShown: boolean }) {
  const { strings } = usePanel();
  const url = webAddress(source.url);
  const quote = source.quote.length > quotesShown ? `${source.quote.slice(0, quotesShown)} …` : source.quote;
  return (
    <li id={id} className={classNames(styles.source, isShown && styles.shown)}>
      <span className={styles.sourceTitle}>
        <Icon name={sourceIcons[source.kind]} />
        <span className={styles.kind}>{strings.source[source.kind]}</span>
        {url ? (
          <a className={styles.link} href={url} target="_blank" rel="noreferrer" dir="auto">
            {source.title}
          </a>
        ) : (
          <span dir="auto">{source.title}</span>
        )}
      </span>
      {isShown && source.quote && (
        <q className={styles.quote} dir="auto">
          {quote}
        </q>
      )}
    </li>
  );
}
