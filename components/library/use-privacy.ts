import { useMutation, useQueryClient } from '@tanstack/react-query';
import { agingKinds, type LinkedCounts } from '../../lib/core/privacy';
import { resetSettings } from '../../lib/storage/settings';
import { privacyQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import type { LibraryDeps } from './deps';

const today = () => new Date().toISOString().slice(0, 10);

/** Ticket numbers among what was typed, for what is kept outside of the engine. */
const ticketIdsOf = (typed: string) => typed.split(/[,;،\n]+/).map((part) => part.trim().replace(/^#/, ''));

/** Looking, deleting, tidying and exporting; each tells how it ended. */
export function usePrivacy({ packArchive, downloadArchive, forgetTicks }: LibraryDeps) {
  const { engine, strings, say, showToast } = usePage();
  const client = useQueryClient();
  const text = strings.library.privacy;
  const onError = (error: Error) => showToast('warn', say(error.message));
  const sayLinked = (counts: LinkedCounts) =>
    (['pastTickets', 'choices', 'gaps', 'examples', 'audit'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => text.linked[kind](counts[kind]))
      .join(', ');
  const find = useMutation({ mutationFn: (typed: string) => unwrap(engine.findLinked({ text: typed })), onError });
  const remove = useMutation({
    async mutationFn(typed: string) {
      const removed = await unwrap(engine.removeLinked({ text: typed }));
      await forgetTicks(ticketIdsOf(typed));
      return removed;
    },
    async onSuccess(counts) {
      showToast('good', text.removed(sayLinked(counts)));
      find.reset();
      await client.invalidateQueries();
    },
    onError,
  });
  const tidying = useMutation({
    mutationFn: () => unwrap(engine.tidyUp()),
    onSuccess(state) {
      client.setQueryData(privacyQuery(engine).queryKey, state);
      const removed = agingKinds.reduce((sum, kind) => sum + (state.tidied?.removed[kind] ?? 0), 0);
      showToast('good', text.tidyDone(removed));
    },
    onError,
  });
  const exporting = useMutation({
    async mutationFn() {
      const bytes = await packArchive(await unwrap(engine.exportAll()), text.about);
      downloadArchive(`deskside-${today()}.zip`, bytes);
    },
    onSuccess: () => showToast('good', text.exported),
    onError,
  });
  const deleting = useMutation({
    async mutationFn() {
      const { counts } = await unwrap(engine.readPrivacy());
      await unwrap(engine.deleteAll());
      await resetSettings();
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    async onSuccess(count) {
      showToast('good', text.deleted(count));
      await client.invalidateQueries();
    },
    onError,
  });
  return { find, remove, tidying, exporting, deleting, sayLinked };
}
