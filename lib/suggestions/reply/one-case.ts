/** What stands where personal data stood before a past reply was stored. */
const redacted =
  /\[(?:name|email|phone|credit_card|iban|bank_account|national_id|tax_id|ip|device_id|link|secret|address|postal_address|person_name|date_of_birth)\]/;
const amount = /[€$£¥₹] ?\d|\d ?(?:[€$£¥₹]|EUR|USD|GBP|CHF|SAR|AED|EGP|BRL)/;
const reference =
  /#\d{3,}|(?<![\p{L}\p{N}])(?=[\p{Lu}\p{N}-]*\d)(?:\p{Lu}{1,6}-?\d[\p{Lu}\p{N}-]*|\d{5,})(?![\p{L}\p{N}])/u;
const date =
  /(?<!\d)(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2})(?!\d)|\b(?:today|tomorrow|yesterday|tonight|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|morgen|gestern|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|hoy|mañana|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo|aujourd['’]hui|demain|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hoje|amanhã|ontem|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira)(?!\p{L})|(?:اليوم|غدا|غداً|أمس)(?!\p{L})|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|févr|avr|juin|juil|août|déc|fev|set|out)\p{L}*\b/iu;
/** What was done or seen in that one case. */
const done =
  /\b(?:i(?:['’]ve| have)|we(?:['’]ve| have)) (?:now |just |already )?(?:checked|refunded|sent|issued|cancelled|canceled|reset|changed|updated|credited|booked|ordered|forwarded|escalated|found|looked|arranged|replaced|shipped|added|removed)\b|\byour (?:order|parcel|package|refund|booking|payment) (?:was|has been|is (?:now )?on its way|left)\b|\bich habe\b|\bwir haben .{0,60}(?:erstattet|verschickt|storniert|geprüft|geändert|weitergeleitet)\b|\b(?:he|hemos) (?:\p{L}+ado|\p{L}+ido)\b|\b(?:j['’]ai|nous avons) \p{L}+é\b/iu;

/**
 * True for a sentence that was true for one customer only: it holds what was taken out as personal, an amount, a reference, a
 * day, or tells what was done. It must not be said to another one.
 */
export function isAboutOneCase(sentence: string): boolean {
  return [redacted, amount, reference, date, done].some((pattern) => pattern.test(sentence));
}
