/** Lines that introduce quoted mail, in the languages mail programs write them. */
const attribution =
  /^(on\b.{4,200}\bwrote|am\b.{4,200}\bschrieb\b.{0,120}|le\b.{4,200}\ba écrit|el\b.{4,200}\bescribió|il\b.{4,200}\bha scritto|op\b.{4,200}\b(schreef|het volgende geschreven)\b.{0,120}|em\b.{4,200}\bescreveu|den\b.{4,200}\bskrev\b.{0,120}|w dniu\b.{4,200}\bnapisał\(?a?\)?|.{4,200}(?<=\s)написал\(?а?\)?|.{4,200}のメール)\s*[:：]$/iu;
const separator =
  /^([-_]{2,}\s*(original message|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|исходное сообщение)\s*[-_]{2,}|_{20,})$/iu;
/** Above mail that was passed on: news to the reader, not a copy of what was said before (Gmail, Apple, Outlook, Thunderbird). */
const forwardMark =
  /^([-_]{2,}\s*(forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|пересылаемое сообщение|رسالة مُ?عاد توجيهها)\s*[-_]{2,}|(begin forwarded message|anfang der weitergeleiteten nachricht|début du message (réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (encaminhada|reencaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht)\s*:)$/iu;
/** Zendesk and Freshdesk ask mail programs to keep the answer above such a line. */
const replyAbove = /^#{2}\s*-.{4,120}-\s*#{2}$/u;
const headerLabel =
  /^\W{0,2}(from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|objet|à|enviado|para|asunto|da|inviato|a|oggetto|van|verzonden|aan|onderwerp|assunto)\W{0,2}\s?:/iu;
const sentFrom =
  /^(sent from my|von meinem .{2,30} gesendet|envoyé de mon|enviado desde mi|enviado do meu|inviato da|verstuurd vanaf mijn|get outlook for)\b.{0,60}$/iu;

/** True for a line that says that another mail was passed on below. */
export function isForwardMark(line: string): boolean {
  return line.length < 120 && forwardMark.test(line);
}

/** True where an Outlook-style header block (From, Sent, To, Subject) begins: three labels within four lines. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!headerLabel.test(lines[index] ?? '')) return false;
  return lines.slice(index, index + 4).filter((line) => headerLabel.test(line)).length >= 3;
}

/** True where everything below is somebody else's mail. */
function startsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return separator.test(line) || replyAbove.test(line) || isHeaderBlock(lines, index);
}

/** True for "On … wrote:" above a quote. The answer may stand below it, so only the line itself goes. */
function isAttribution(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (!attribution.test(line)) return false;
  const next = lines[index + 1];
  return next === undefined || next.startsWith('>') || /\d/.test(line);
}

function cutAt(lines: string[], isEnd: (lines: readonly string[], index: number) => boolean): string[] {
  const end = lines.findIndex((_line, index) => isEnd(lines, index));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Passed-on mail keeps its mark and its own header; what that mail quotes goes. */
function cutInForwarded(lines: string[]): string[] {
  const end = lines.findIndex((line, index) => index > 0 && !headerLabel.test(line.replace(/^>\s?/, '')));
  return end < 0 ? lines : [...lines.slice(0, end), ...cutAt(lines.slice(end), startsQuote)];
}

function cutQuote(lines: string[]): string[] {
  const above = cutAt(lines, (all, index) => startsQuote(all, index) || isForwardMark(all[index] ?? ''));
  const written = above.filter((line, index) => !line.startsWith('>') && !isAttribution(above, index));
  return isForwardMark(lines[above.length] ?? '')
    ? [...written, ...cutInForwarded(lines.slice(above.length))]
    : written;
}

function cutSignature(lines: string[]): string[] {
  const dashes = lines.lastIndexOf('--');
  const kept = dashes > 0 && lines.length - dashes <= 12 ? lines.slice(0, dashes) : lines;
  return kept.filter((line, index) => index < kept.length - 2 || !sentFrom.test(line));
}

/**
 * The text a person wrote: without mail quoted below or between (`>` lines, attributions, Outlook headers), without
 * the signature after `--` and without "Sent from my phone". Mail that was passed on stays. Lines are trimmed and never
 * empty. When nothing would be left, the whole text comes back: an odd message is better than none.
 */
export function withoutQuotes(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const written = cutSignature(cutQuote(lines));
  return (written.length > 0 ? written : lines).join('\n');
}
