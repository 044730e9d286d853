import type { AuditFault, AuditKind } from '../core/audit';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('en', value);
const rows = (value: number) => plural('en', value, { one: '# row', other: '# rows' });

/** Text of the library page about the log of what was shown and done. */
export const auditEn = {
  heading: 'Log of what was shown and done',
  intro:
    'What Deskside suggested, on which sources and how sure, which model read the message, why it stayed silent, and what you did with it. Kept on this device. It holds no text of a ticket; ticket numbers are stored as keyed hashes.',
  keep: 'Keep the log',
  keepHint: 'Switched off, nothing more is written but that it was switched off.',
  keepText: 'Also keep the text I insert',
  keepTextHint: 'With names, addresses and numbers of persons removed as far as they can be recognised.',
  days: 'Keep rows for',
  dayChoices: (value: number) =>
    value === 0 ? 'As long as I like' : plural('en', value, { one: '# day', other: '# days' }),
  filters: 'Which rows to show',
  kind: 'What happened',
  anyKind: 'Everything',
  from: 'From',
  to: 'To',
  ticket: 'Ticket number',
  ticketHint: 'Or the reference that a row shows.',
  list: 'Rows of the log, newest first',
  emptyTitle: 'Nothing logged yet',
  emptyText: 'Open a ticket: what is suggested beside it appears here.',
  noneTitle: 'No row fits',
  noneText: 'Choose other days, or another ticket.',
  clear: 'Show all rows',
  kinds: {
    shown: 'Suggestion shown',
    silent: 'Stayed silent',
    inserted: 'Inserted',
    edited: 'Edited, then inserted',
    copied: 'Copied',
    dismissed: 'Dismissed',
    opened: 'Opened',
    alternative: 'Asked for another draft',
    'knowledge-imported': 'Knowledge imported',
    'knowledge-changed': 'Knowledge changed',
    'knowledge-removed': 'Knowledge removed',
    'setting-changed': 'Setting changed',
    'learning-forgotten': 'What was learnt was forgotten',
    'learning-imported': 'Learning imported',
    'data-exported': 'Data exported',
    'data-deleted': 'Everything was deleted',
    pruned: 'Old rows removed',
    'rows-erased': 'Rows of a customer erased',
    erased: 'Erased with its ticket',
  } satisfies Record<AuditKind, string>,
  row: (seq: number) => `Row ${count(seq)}`,
  why: 'Why',
  ticketRef: (reference: string) => `Ticket ${reference}`,
  confidence: (share: number, least: number | undefined) =>
    least === undefined
      ? `Sure to ${formatPercent('en', share)}.`
      : `Sure to ${formatPercent('en', share)}; shown from ${formatPercent('en', least)} on.`,
  notEnough: (share: number, least: number | undefined) =>
    least === undefined
      ? `At best sure to ${formatPercent('en', share)}.`
      : `At best sure to ${formatPercent('en', share)}; ${formatPercent('en', least)} would have been needed.`,
  byRule: 'A rule tells when this is due.',
  sources: 'Rests on',
  model: 'Read by',
  noModel: 'No model had read the message: words alone were compared.',
  style: (name: string) => `Said: ${name}`,
  subject: (name: string) => `About: ${name}`,
  value: (value: string) => `New value: ${value}`,
  amount: (value: number) => `Number: ${count(value)}`,
  upTo: (seq: number) => `Rows up to ${count(seq)} are gone; the chain goes on from the last of them.`,
  text: 'What was put in',
  proof: 'Is the log whole?',
  proofIntro:
    'Each row carries a hash of itself and of the row before. Whoever alters, removes, adds or moves a row breaks the chain, and the check names the first broken row. Somebody with this device and enough skill could write the whole chain anew. To rule that out, note the hash below elsewhere, for example with your IT: a log that was rewritten no longer holds it.',
  hash: 'Hash of the last row',
  noHash: 'There is no row yet.',
  copy: 'Copy hash',
  copied: 'The hash is copied.',
  notCopied: 'The browser did not allow copying.',
  noted: 'A hash noted earlier',
  notedHint: 'Optional: 64 digits and letters a to f.',
  notedWrong: 'This is no such hash: it has 64 digits and letters a to f.',
  verify: 'Check the log',
  verifyFile: 'Check an exported file',
  verifying: 'Checking every row',
  cancel: 'Cancel',
  cancelled: 'The check was cancelled.',
  whole: (value: number) => `${rows(value)} checked: the chain is whole.`,
  broken: (seq: number, fault: AuditFault) => `Broken at row ${count(seq)}: ${faults[fault]}`,
  breaks: (value: number) => plural('en', value, { one: '# place is broken.', other: '# places are broken.' }),
  span: (from: string, to: string) => `From ${from} to ${to}.`,
  notedFound: (seq: number) =>
    seq === 0
      ? 'The noted hash is that of an empty log.'
      : `The noted hash is that of row ${count(seq)}: nothing up to there was changed since it was noted.`,
  notedGone:
    'No row has the noted hash: the log was written anew, or the row was among old ones that were removed since.',
  fileResult: (name: string) => `The file ${name}:`,
  failures: {
    'not-a-log': 'This is no log that Deskside exported as JSON lines.',
    'newer-version': 'The file was written by a newer Deskside.',
    unreadable: 'The browser could not read the file.',
  },
  exports: 'Take the log with you',
  exportsHint: 'JSON lines can be checked later; the table is for spreadsheets.',
  exportLines: 'Export as JSON lines',
  exportTable: 'Export as table (CSV)',
  exporting: 'Writing the file',
  exported: 'Exported. Look in your downloads.',
};

const faults: Record<AuditFault, string> = {
  altered: 'the row is not what was written.',
  missing: 'rows before it are missing.',
  order: 'it stands in the wrong place.',
  link: 'it does not go on from the row before.',
  start: 'rows at the beginning are missing.',
  end: 'rows after it are missing.',
  head: 'the end of the log is not the one that was kept.',
  unreadable: 'the row cannot be read.',
};

/** Keys every language must carry. */
export type AuditStrings = typeof auditEn;
