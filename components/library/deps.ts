import type { AuditVerdict } from '../../lib/core/audit';
import type { Engine, FileReport, ImportFile } from '../../lib/core/engine';
import type { Result } from '../../lib/core/result';
import type { SiteActions } from '../page/added-sites';
import type { HelpdeskTabs } from '../page/helpdesk-tabs';

/** What the library page needs of the browser. */
export type LibraryDeps = {
  tabs: HelpdeskTabs;
  sites: SiteActions;
  openPage(page: 'library' | 'practice'): unknown;
  /** Reads a file of the agent: text, documents, archives; fails with a kind that `strings.library.files.failures` explains. */
  readFile(file: File, options: { signal: AbortSignal }): Promise<Result<ImportFile>>;
  /** Imports a large list piece by piece, `onProgress`: 0 to 1; null where the file is to be read whole. Fails as `readFile` does. */
  importInPieces(
    file: File,
    options: { engine: Engine; signal: AbortSignal; onProgress: (progress: number) => void },
  ): Promise<Result<FileReport> | null>;
  /** Verifies an exported log; fails with a kind that `strings.library.audit.failures` explains. `onProgress`: 0 to 1. */
  verifyAuditFile(
    file: File,
    options: { noted?: string; signal: AbortSignal; onProgress: (progress: number) => void },
  ): Promise<Result<AuditVerdict>>;
  /** Everything that is kept, with the settings, as a ZIP of open formats; `about` says in it what is what. */
  packArchive(json: string, about: string): Promise<Uint8Array>;
  /** Gives the agent a ZIP. */
  downloadArchive(name: string, bytes: Uint8Array): void;
  /** Forgets the steps ticked by hand on these tickets; answers on how many. */
  forgetTicks(ticketIds: string[]): Promise<number>;
  /** Opens the browser's print dialog. */
  print(): void;
  /** Gives the agent a file; JSON unless `type` says another. */
  download(name: string, text: string, type?: string): void;
};
