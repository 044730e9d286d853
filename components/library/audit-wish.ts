import type { AuditFilter, AuditKind } from '../../lib/core/audit';

/** What of the log is wanted; days as `YYYY-MM-DD`, both of them with it; empty where all are. */
export type AuditWish = { kind: AuditKind | ''; from: string; to: string; ticket: string; offset: number };

/** The newest rows of all kinds. */
export const noWish: AuditWish = { kind: '', from: '', to: '', ticket: '', offset: 0 };

/** The moment at which a day, or the `later`-th after it, begins where the agent is; undefined for no day. */
function startOf(day: string, later = 0): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const start = new Date(year, month - 1, date + later);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** The wish as the log is asked. */
export function toFilter({ kind, from, to, ticket }: AuditWish): AuditFilter {
  const [first, end] = [startOf(from), startOf(to, 1)];
  return {
    ...(kind === '' ? {} : { kind }),
    ...(first ? { from: first } : {}),
    ...(end ? { to: end } : {}),
    ...(ticket.trim() === '' ? {} : { ticket: ticket.trim().replace(/^#/, '') }),
  };
}
