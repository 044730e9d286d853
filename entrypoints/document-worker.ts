import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDocument } from '@/lib/documents/read-document';

const calls = { read: readDocument };
export type DocumentWorker = typeof calls;

// Apart from the library page, and ended after each file: what a hostile file does to memory or time ends with it.
export default defineUnlistedScript(() => expose(calls));
