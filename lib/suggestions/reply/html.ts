/** Text safe inside HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

const numbered = /^\s*\d{1,3}[.)]\s+/;
const bulleted = /^\s*[•*–-]\s+/;

function listKind(line: string): 'ol' | 'ul' | null {
  if (numbered.test(line)) return 'ol';
  return bulleted.test(line) ? 'ul' : null;
}

/**
 * Plain text as HTML: lists by their markers, a paragraph a block, line breaks kept. `writeLine` makes HTML of what a
 * line says; everything is escaped without one.
 */
export function toHtml(text: string, writeLine: (line: string) => string = escapeHtml): string {
  const blocks: { kind: 'p' | 'ol' | 'ul'; lines: string[] }[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isOpen = false;
      continue;
    }
    const kind = listKind(line) ?? 'p';
    const last = blocks.at(-1);
    if (isOpen && last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
    isOpen = true;
  }
  return blocks.map((block) => renderBlock(block, writeLine)).join('');
}

function renderBlock(
  { kind, lines }: { kind: 'p' | 'ol' | 'ul'; lines: string[] },
  writeLine: (line: string) => string,
): string {
  if (kind === 'p') return `<p>${lines.map((line) => writeLine(line.trim())).join('<br>')}</p>`;
  const items = lines.map(
    (line) => `<li>${writeLine(line.replace(kind === 'ol' ? numbered : bulleted, '').trim())}</li>`,
  );
  return `<${kind}>${items.join('')}</${kind}>`;
}
