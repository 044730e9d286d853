import type { LibraryDeps } from '../../components/library/deps';
import { readDocument } from '../../lib/documents/read-document';

/** Reads files as the library page does, without a worker. */
export const readFile: LibraryDeps['readFile'] = async (file) =>
  readDocument(file.name, new Uint8Array(await file.arrayBuffer()));
