import type { Engine } from '@/lib/core/engine';
import type { SourceId } from '@/lib/core/knowledge';
import { type KnowledgeKind, mayUseKnowledge } from '@/lib/core/policy';
import { fail } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import { isPractice } from './replay-calls';

/** The kind of knowledge a source holds; null for the practice page's, which nobody's policy is about. */
function kindOf(source: SourceId): KnowledgeKind | null {
  if (isPractice(source)) return null;
  return source.startsWith('file:') ? 'files' : 'helpdesk';
}

/** True when what came from this source may be used. */
export function mayUseSource({ policy }: Pick<Settings, 'policy'>, source: SourceId): boolean {
  const kind = kindOf(source);
  return kind === null || mayUseKnowledge(policy, kind);
}

type Imports = Pick<Engine, 'beginImport' | 'storeBatch' | 'importFile'>;

/** The engine's calls that take knowledge in, each refused with `not-allowed` where the organisation does not want its kind. */
export function createKnowledgeCalls(library: Imports, settings: () => Pick<Settings, 'policy'>): Imports {
  const refusal = fail('not-allowed', 'Your organisation does not allow knowledge from here.');
  return {
    beginImport: async (request) => (mayUseSource(settings(), request.source) ? library.beginImport(request) : refusal),
    storeBatch: async (request) => (mayUseSource(settings(), request.source) ? library.storeBatch(request) : refusal),
    importFile: async (file) => (mayUseSource(settings(), `file:${file.name}`) ? library.importFile(file) : refusal),
  };
}
