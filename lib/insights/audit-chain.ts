import type { AuditEntry, AuditHead, AuditRow } from '../core/audit';

/** What the first row of a log goes on from. */
export const emptyHead: AuditHead = { seq: 0, hash: '0'.repeat(64), count: 0 };

/**
 * JSON of a value with the keys of every object in the order of their code units and no white space (as RFC 8785 writes it),
 * so that the same row is always the same text. What is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** What makes two rows tell the same of one state of a conversation; looking at it again is no news. */
export function sameness(row: AuditEntry & Partial<AuditRow>): string {
  const { at: _at, seq: _seq, previous: _previous, hash: _hash, ...rest } = row;
  return canonicalJson(rest);
}

/** Whether a row tells what was shown for a state of a conversation. */
export const isLook = ({ kind, turn }: AuditEntry) => turn !== undefined && (kind === 'shown' || kind === 'silent');

/** Bytes as hexadecimal digits. */
export function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hash that a row must carry: of everything else it holds. */
export async function hashRow({ hash: _hash, ...rest }: Partial<AuditRow>): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(rest))));
}

/** Entries as the next rows of the chain that ends at `head`, and where it ends then. */
export async function linkRows(
  entries: readonly AuditEntry[],
  head: AuditHead,
): Promise<{ rows: AuditRow[]; head: AuditHead }> {
  const rows: AuditRow[] = [];
  let end = head;
  for (const entry of entries) {
    const unsigned = { ...entry, seq: end.seq + 1, previous: end.hash };
    const hash = await hashRow(unsigned);
    rows.push({ ...unsigned, hash });
    end = { seq: unsigned.seq, hash, count: end.count + 1 };
  }
  return { rows, head: end };
}

/** A keyed hash (HMAC-SHA-256, its first 64 bits as 16 hexadecimal digits) of a text; without the key nobody can try texts. */
export function createReference(key: Uint8Array<ArrayBuffer>): (text: string) => Promise<string> {
  const usage: KeyUsage[] = ['sign'];
  const imported = crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, usage);
  return async (text) => {
    const signed = await crypto.subtle.sign('HMAC', await imported, new TextEncoder().encode(text));
    return toHex(signed).slice(0, 16);
  };
}
