/** A stretch of text, UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };

/** Whole-word edges that work for every script. */
export const before = '(?<![\\p{L}\\p{N}])';
export const after = '(?![\\p{L}\\p{N}])';

/** Spans of `pattern` (a source without flags, case ignored) that pass `accepts`. */
export function matches(
  text: string,
  pattern: string,
  accepts: (found: string, start: number) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(new RegExp(pattern, 'giu')))
    if (accepts(match[0], match.index)) spans.push({ start: match.index, end: match.index + match[0].length });
  return spans;
}

/** Spans of the group `value` of `pattern`, which says by the words around it what the value is. */
export function valuesOf(text: string, pattern: string, accepts: (found: string) => boolean = () => true): Span[] {
  const spans: Span[] = [];
  for (const { indices } of text.matchAll(new RegExp(pattern, 'dgiu'))) {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    if (end > start && accepts(text.slice(start, end))) spans.push({ start, end });
  }
  return spans;
}

/** How far before a number a word may stand to say what the number is, UTF-16 code units. */
export const cueReach = 32;
const referenceCue =
  /(?<!\p{L})(order|ticket|invoice|ref(erence)?|tracking|serial|account|customer|case|booking|policy|item|article|sku|parcel|shipment|confirmation|transaction|imei|product|bestell\w*|rechnung\w*|sendung\w*|kunden\w*|buchung\w*|lieferschein\w*|auftrag\w*|vorgang\w*|pedido|factura|fatura|nota|albar[áa]n|referencia|seguimiento|commande|facture|livraison|suivi|référence|encomenda|rastreio|guia|referência|طلب|الطلب|طلبي|فاتورة|الفاتورة|شحنة|تذكرة|التتبع|المرجع)(?!\p{L})|#\s*$/giu;
const phoneCue =
  /(?<!\p{L})(phone|call|mobile|cell|tel|telephone|whats ?app|text|sms|reach|ring|contact|fax|telefon\w*|handy|mobil|rückruf|anrufen|móvil|teléfono|llam\w*|téléphone|portable|appel\w*|joindre|telemóvel|telefone|celular|ligar|هاتف|هاتفي|جوال|جوالي|الجوال|موبايل|اتصل|الاتصال|واتساب|رقمي|رقمه|رقمها)(?!\p{L})/giu;

/** Place of the last match of a cue in the words before `start`, −1 when there is none. */
function lastCue(text: string, start: number, cue: RegExp): number {
  const words =
    text
      .slice(Math.max(0, start - cueReach), start)
      .split(/(?<!n[ro]|nº|n°|núm|num|ref|tel)[.!?\n]\s/i)
      .at(-1) ?? '';
  return [...words.matchAll(cue)].at(-1)?.index ?? -1;
}

/** True when the words before call the number an order, ticket or the like, and no phone word stands nearer. */
export function isReference(text: string, start: number): boolean {
  const reference = lastCue(text, start, referenceCue);
  return reference >= 0 && reference > lastCue(text, start, phoneCue);
}

/** True when a cue stands in the words before. */
export function hasCue(text: string, start: number, cue: RegExp): boolean {
  return lastCue(text, start, cue) >= 0;
}

/** True when a cue stands in the `reach` characters before, across sentences. */
export function hasFarCue(text: string, start: number, { cue, reach }: { cue: RegExp; reach: number }): boolean {
  return text.slice(Math.max(0, start - reach), start).search(cue) >= 0;
}

/** True when the words before say that a phone number follows. */
export const hasPhoneCue = (text: string, start: number): boolean => hasCue(text, start, phoneCue);

export const digitsOf = (found: string): string => found.replace(/\D/g, '');
