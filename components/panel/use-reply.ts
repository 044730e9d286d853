import { useCallback, useState } from 'react';
import type { ReplyStyle, ReplySuggestion } from '../../lib/core/suggestion';
import { usePanel } from './deps';
import type { GhostPart } from './GhostText';
import type { Assist, Wish } from './use-assist';
import type { Compose } from './use-compose';

/** Text under the agent's hands; it outlives its suggestion, since it is the agent's by now. */
type Edit = { suggestion: ReplySuggestion; key: string; text: string };

/** The reply suggestion of the current conversation and what the agent does with it. */
export type ReplyModel = {
  suggestion: ReplySuggestion | undefined;
  status: 'ready' | 'inserted' | 'dismissed';
  /** What the agent is editing, null when not editing. `isOutdated`: a message came since. */
  edit: { text: string; isOutdated: boolean } | null;
  insert(): Promise<void>;
  /** True until the editor was seen to hold what is being put in, or not to. */
  isInserting: boolean;
  /** Puts in what the agent takes of the ghost text; the last part counts as the reply inserted. */
  insertPart(part: GhostPart): Promise<void>;
  copy(): Promise<void>;
  next(): void;
  /** Asks for the same draft in another style; the one it has: as the source says it. */
  restyle(style: ReplyStyle): void;
  dismiss(): void;
  undo(): void;
  startEdit(): void;
  changeEdit(text: string): void;
  cancelEdit(): void;
};

const sameText = (left: string, right: string) => left.trim() === right.trim();

/** Holds the agent's dealings with the reply draft. `onWish` is asked for another one. */
export function useReply(assist: Assist, compose: Compose, onWish: (wish: Wish) => void): ReplyModel {
  const { strings, showToast } = usePanel();
  const [mark, setMark] = useState<{ id: string; status: 'inserted' | 'dismissed' } | null>(null);
  const [edit, setEdit] = useState<Edit | null>(null);
  const [pending, setPending] = useState(0);
  const suggestion = assist.suggestions?.items.find((item) => item.kind === 'reply');
  const id = suggestion && `${assist.key}#${suggestion.id}`;
  const status = mark && mark.id === id ? mark.status : 'ready';

  const insert = useCallback(async () => {
    const base = edit?.suggestion ?? suggestion;
    if (!base) return showToast('warn', assist.isLooking ? strings.toast.stale : strings.toast.nothing);
    const isEdited = edit !== null && !sameText(edit.text, base.text);
    const { notice } = base;
    const insertion = isEdited ? { text: edit.text, notice } : { text: base.text, html: base.html, notice };
    setPending((count) => count + 1);
    const isIn = await compose.insert(insertion).finally(() => setPending((count) => count - 1));
    if (!isIn) return;
    compose.record(base, isEdited ? 'edited' : 'inserted', insertion.text);
    setEdit(null);
    setMark({ id: `${assist.key}#${base.id}`, status: 'inserted' });
  }, [edit, suggestion, assist.key, assist.isLooking, compose, strings, showToast]);

  const insertPart = useCallback(
    async ({ text, isRest, isLast }: GhostPart) => {
      if (!isRest) return insert();
      if (!suggestion || !(await compose.insert({ text, isContinuation: true, isQuiet: !isLast })) || !isLast) return;
      compose.record(suggestion, 'inserted', suggestion.text);
      setMark({ id: `${assist.key}#${suggestion.id}`, status: 'inserted' });
    },
    [insert, suggestion, assist.key, compose],
  );

  const next = useCallback(() => {
    if (!suggestion || suggestion.alternative.count < 2) return showToast('warn', strings.toast.lastAlternative);
    compose.record(suggestion, 'alternative');
    const alternative = (suggestion.alternative.index + 1) % suggestion.alternative.count;
    onWish({ alternative, ...(suggestion.style ? { style: suggestion.style } : {}) });
  }, [suggestion, compose, onWish, strings, showToast]);

  return {
    suggestion,
    status,
    edit: edit && { text: edit.text, isOutdated: edit.key !== assist.key },
    insert,
    isInserting: pending > 0,
    insertPart,
    next,
    restyle(style) {
      if (suggestion)
        onWish({ alternative: suggestion.alternative.index, ...(style === suggestion.style ? {} : { style }) });
    },
    async copy() {
      if (suggestion && (await compose.copy(suggestion.text))) compose.record(suggestion, 'copied');
    },
    dismiss() {
      if (!suggestion || !id) return;
      compose.record(suggestion, 'dismissed');
      setMark({ id, status: 'dismissed' });
    },
    undo: () => setMark(null),
    startEdit: () => suggestion && setEdit({ suggestion, key: assist.key, text: suggestion.text }),
    changeEdit: (text) => setEdit((last) => last && { ...last, text }),
    cancelEdit: () => setEdit(null),
  };
}
