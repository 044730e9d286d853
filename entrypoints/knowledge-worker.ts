import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createKnowledgeIndex } from '@/lib/knowledge/index/knowledge-index';
import { languageCode } from '@/lib/signals/language';
import { openDatabase } from '@/lib/storage/database';
import { createIndexStore } from '@/lib/storage/index-store';
import { showLife } from './engine/worker-life';

// Apart from the engine page, so that filling the index (seconds for tens of thousands of passages) delays no message.
export default defineUnlistedScript(() => {
  const store = createIndexStore(openDatabase());
  expose(createKnowledgeIndex({ store, detectLanguage: languageCode }));
  showLife();
});
