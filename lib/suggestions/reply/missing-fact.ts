import type { Ticket } from '../../core/ticket';
import type { SuggestContext, TextTools } from '../define-suggestion';
import type { Ranked } from '../rank';
import { type FactKind, factKinds } from '../wording/wording';

/** How desks write of each fact, in the languages of replies. */
const mentions: Record<FactKind, RegExp> = {
  order:
    /\border (?:number|no\b|id|reference)|\bbestell(?:nummer|nr)|número de(?:l)? pedido|numéro de (?:la )?commande|número d[ae] (?:encomenda|pedido)|رقم (?:ال)?طلب/iu,
  booking:
    /\b(?:booking|reservation) (?:number|reference|code|id)|\bbuchungs(?:nummer|code)|\breservierungsnummer|número de (?:la )?reserva|numéro de réservation|número da reserva|رقم (?:ال)?حجز/iu,
  invoice:
    /\binvoice (?:number|no\b|id)|\brechnungsnummer|número de (?:la )?factura|numéro de (?:la )?facture|número da fatura|رقم (?:ال)?فاتورة/iu,
  tracking:
    /\btracking (?:number|code|id)|\bsendungs(?:nummer|verfolgungsnummer)|número de seguimiento|numéro de suivi|número de (?:rastreio|seguimento)|رقم (?:ال)?تتبع/iu,
  serial: /\bserial (?:number|no\b)|\bseriennummer|número de serie|numéro de série|número de série|الرقم التسلسلي/iu,
  account:
    /\b(?:account|customer|member(?:ship)?) (?:number|id)\b|\bkundennummer|número de cliente|numéro (?:de )?client|رقم العميل/iu,
};

/** The source wants to be told, rather than telling where to type it in. */
const requests =
  /\b(?:send|tell|give|share|provide|reply with|include|quote|attach|let us have|have .{0,40}(?:ready|at hand)|we (?:will )?need|please (?:ask|get)|ask (?:for|the customer)|what is|nennen|mitteilen|teil\p{L}* .{0,40} mit|schick\p{L}*|benötig\p{L}*|brauchen|angeben|env[ií]\p{L}*|indi(?:ca|que)\p{L}*|facilit\p{L}*|necesit\p{L}*|envoy\p{L}*|communiqu\p{L}*|précis\p{L}*|indiqu\p{L}*|avons besoin|precis\p{L}*|forne[cç]\p{L}*)(?!\p{L})|أرسل|ارسل|تزويد|زود|نحتاج|إفاد|يرجى ذكر/iu;

/** A code or number such as customers copy from a mail: three digits at least, no year, amount, date or time. */
const code =
  /(?<![\p{L}\p{N}.,:€$£])#?(?=[\p{Lu}\p{N}-]*\d)(?:\p{Lu}{0,6}-?)?[\p{Lu}\p{N}]*(?:-?[\p{Lu}\p{N}]+)*(?![\p{L}\p{N}]|[.,:/]\d| ?(?:€|\$|£|%))/gu;

/** Whether the customer gave a number that may be the fact; a doubtful one counts, since asking again annoys more. */
function isGiven(ticket: Ticket): boolean {
  const said = ticket.messages.filter(({ role }) => role === 'customer').map(({ text }) => text);
  const text = [ticket.subject ?? '', ...said]
    .join('\n')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return [...text.matchAll(code)].some(([found]) => {
    const digits = found.match(/\d/g)?.length ?? 0;
    return (
      (digits >= 4 && !/^(?:19|20)\d\d$/.test(found)) || (digits >= 1 && /\p{Lu}{2}/u.test(found) && found.length >= 5)
    );
  });
}

function asksFor(text: string, tools: TextTools): FactKind[] {
  const sentences = tools.splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const requesting = sentences.filter((sentence) => requests.test(sentence));
  return factKinds.filter((kind) => requesting.some((sentence) => mentions[kind].test(sentence)));
}

/**
 * The fact that the desk's own material asks for in this matter, and that neither the ticket holds nor the draft or the agent
 * has asked for; undefined when nothing is missing. `ranked`: the sources found for the turn with confidence `least` or more
 * count as material.
 */
export function missingFact(
  { ticket, deps }: SuggestContext,
  draft: { text: string; sourceText: string },
  { ranked, least }: { ranked: readonly Ranked[]; least: number },
): FactKind | undefined {
  if (isGiven(ticket)) return undefined;
  const asked = [draft.text, ...ticket.messages.filter(({ role }) => role === 'agent').map(({ text }) => text)];
  if (factKinds.some((kind) => asked.some((text) => mentions[kind].test(text)))) return undefined;
  const near = ranked.filter(({ hit, confidence }) => hit.ownerKind !== 'past' && confidence >= least).slice(0, 4);
  const material = [draft.sourceText, ...near.map(({ hit }) => hit.passage.text)];
  return material.flatMap((text) => asksFor(text, deps.text))[0];
}
