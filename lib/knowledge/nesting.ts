/** Quotes and lists inside each other, and columns that a list is set in by: more than any page has. */
const maxDepth = 60;
const maxIndent = 200;

/** Of the signs that open tags and links in one paragraph, and of columns in one row: each is looked for anew from each. */
const maxOpeners = 2_000;

/** Whether a sign stands in a text more often than {@link maxOpeners}. */
function hasMany(text: string, sign: string): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count <= maxOpeners; at = text.indexOf(sign, at + 1)) count += 1;
  return count > maxOpeners;
}

/** True when Markdown is nested deeper, or opens more, than its reader bears: it takes minutes, or ends with the stack. */
export function isMarkdownTooDeep(text: string): boolean {
  if (text.split(/\n[ \t]*\n/).some((part) => hasMany(part, '<') || hasMany(part, '['))) return true;
  for (const line of text.split('\n')) {
    if (hasMany(line, '|')) return true;
    const [lead = ''] = /^[\s>*+\-\d.)]*/.exec(line.slice(0, 4_000)) ?? [];
    if ((lead.match(/>|(?:[*+-]|\d[.)])[ \t]/g) ?? []).length > maxDepth && /[^\s*_-]/.test(line)) return true;
    const indent = (/^[ \t]*/.exec(lead)?.[0] ?? '').replaceAll('\t', '    ').length;
    if (indent > maxIndent && /^\s*(?:[*+-]|\d+[.)])\s/.test(line)) return true;
  }
  return false;
}
