const ENTITIES = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  ndash: '–',
  hellip: '…',
} satisfies Record<string, string>;

/**
 * The plain text of Fernway HTML: paragraphs apart, list items marked, link addresses in brackets.
 * It is text, not sanitised HTML: entities are decoded, so the result may hold `<`.
 */
export function plainText(html: string): string {
  const text = numberOrderedItems(html)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gi, '$2 ($1)')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li value="(\d+)">/gi, '\n$1. ')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<\/t[dh]>\s*(?=<t[dh])/gi, ' | ')
    .replace(/<\/tr>/gi, '\n')
    .replace(/<\/?(?:p|h[1-6]|ul|ol|div|blockquote|table)\b[^>]*>/gi, '\n\n')
    .replace(/<[a-z/!](?:"[^"]*"|'[^']*'|[^'">])*>/gi, '');
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function numberOrderedItems(html: string): string {
  return html.replace(/<ol\b[^>]*>[\s\S]*?<\/ol>/gi, (list) => {
    let number = 0;
    return list.replace(/<li\b[^>]*>/gi, () => {
      number += 1;
      return `<li value="${number}">`;
    });
  });
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d+|[a-z]+);/gi, (entity, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    const known: Record<string, string> = ENTITIES;
    return known[name.toLowerCase()] ?? entity;
  });
}
