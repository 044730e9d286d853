import { render } from 'vitest-browser-react';
import { PageRoot } from '../../components/page/PageRoot';
import { createQueryClient } from '../../components/query-client';
import type { Engine } from '../../lib/core/engine';

export { createMemoryEngine, type MemoryEngine } from './memory-engine';

/** Shows an own page over this engine, as its entry point does. */
export function showPage(content: React.ReactNode, engine: Engine, size: 'narrow' | 'wide' = 'wide') {
  return render(
    <PageRoot client={createQueryClient()} engine={engine} title={() => 'Deskside'} size={size}>
      {content}
    </PageRoot>,
  );
}
