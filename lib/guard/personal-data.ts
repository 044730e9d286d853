import { detectors, type PersonalDataKind, type Span } from './detectors';

/** Personal data in a text: UTF-16 offsets, end exclusive. */
export type PersonalData = Span & { kind: PersonalDataKind };

/** Arabic-Indic, extended Arabic-Indic and full-width digits as ASCII; one code unit each, so offsets stay. */
function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x06f0 ? 0x0660 : code < 0xff10 ? 0x06f0 : 0xff10));
  });
}

/** Links are not personal data, but what stands in them looks like numbers and addresses. */
function withoutLinks(text: string): string {
  return text.replace(/\b(?:https?:\/\/|www\.)[^\s<>"]+/giu, (link) => ' '.repeat(link.length));
}

/**
 * Personal data with a structure that can be checked: e-mail, phone, payment card (Luhn), IBAN, IP address, national
 * ids of US, UK, DE, ES, FR, PT, SA and EG, dates of birth. Spans are sorted and never overlap; digits of every script
 * count. Names and postal addresses have no structure to check and are not found.
 */
export function findPersonalData(text: string): PersonalData[] {
  const readable = withoutLinks(withAsciiDigits(text));
  const found: PersonalData[] = [];
  for (const { kind, find } of detectors)
    for (const span of find(readable).sort((a, b) => a.start - b.start || b.end - a.end))
      if (found.every((other) => span.end <= other.start || span.start >= other.end)) found.push({ ...span, kind });
  return found.sort((a, b) => a.start - b.start);
}

/** The text with every piece of personal data replaced by its kind in brackets, e.g. `[email]`. */
export function redact(text: string): string {
  let redacted = '';
  let end = 0;
  for (const span of findPersonalData(text)) {
    redacted += `${text.slice(end, span.start)}[${span.kind}]`;
    end = span.end;
  }
  return redacted + text.slice(end);
}
