import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Forget } from '../../lib/core/learning';
import { learningQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import type { LibraryDeps } from './deps';

/** Forgetting, and moving what was learnt by file; each tells how it ended. */
export function useLearning({ download }: Pick<LibraryDeps, 'download'>) {
  const { engine, strings, showToast, say } = usePage();
  const client = useQueryClient();
  const text = strings.library.learning;
  const onError = (error: Error) => showToast('warn', say(error.message));
  const forget = useMutation({
    mutationFn: (request: Forget) => unwrap(engine.forgetLearning(request)),
    onSuccess(state) {
      client.setQueryData(learningQuery(engine).queryKey, state);
      showToast('good', text.forgotten);
    },
    onError,
  });
  const exporting = useMutation({
    mutationFn: () => unwrap(engine.exportLearning()),
    onSuccess(json) {
      download(`deskside-learnt-${new Date().toISOString().slice(0, 10)}.json`, json);
      showToast('good', text.exported);
    },
    onError,
  });
  const importing = useMutation({
    mutationFn: async (file: File) => unwrap(engine.importLearning({ text: await file.text() })),
    async onSuccess({ added, known }) {
      showToast('good', text.imported(added, known));
      await client.invalidateQueries(learningQuery(engine));
    },
    onError,
  });
  return { forget, exporting, importing };
}
