import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createHybridIndex } from '@/lib/knowledge/hybrid-index';
import { showLife } from './engine/worker-life';

// Apart from the engine page, so that filling the index (seconds for tens of thousands of passages) delays no message.
export default defineUnlistedScript(() => {
  expose(createHybridIndex());
  showLife();
});
