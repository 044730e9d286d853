type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing more';

const token =
  /\s*(?:([{}[\],:])|("[^"\\\n\r]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\n\r]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * The 1-based line on which the text stops being JSON; the browsers' own messages do not always say. For sound JSON: the
 * last line.
 */
export function findJsonErrorLine(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  while (offset < text.length) {
    token.lastIndex = offset;
    const match = token.exec(text);
    const next: Expected | undefined = match ? step(open, expected, match) : undefined;
    if (next === undefined) break;
    expected = next;
    offset = token.lastIndex;
  }
  const place = offset + (/^\s*/.exec(text.slice(offset))?.[0].length ?? 0);
  return text.slice(0, place).trimEnd().split('\n').length + newLinesAtEnd(text.slice(0, place), place < text.length);
}

/** Breaks between the last token and the error count when something stands there. */
function newLinesAtEnd(before: string, hasMore: boolean): number {
  return hasMore ? before.slice(before.trimEnd().length).split('\n').length - 1 : 0;
}

/** What may follow the token; undefined when the token itself is out of place. Keeps the stack of open brackets. */
function step(open: string[], expected: Expected, [, sign, string]: RegExpExecArray): Expected | undefined {
  const after = (): Expected => (open.length === 0 ? 'nothing more' : ', or end');
  const wantsValue = expected === 'value' || expected === 'value or ]';
  if (sign === undefined) {
    if (wantsValue) return after();
    return string !== undefined && (expected === 'key' || expected === 'key or }') ? ':' : undefined;
  }
  if ((sign === '{' || sign === '[') && wantsValue) {
    open.push(sign);
    return sign === '{' ? 'key or }' : 'value or ]';
  }
  if (sign === ':') return expected === ':' ? 'value' : undefined;
  const inside = open.at(-1);
  if (sign === ',') return expected === ', or end' ? (inside === '{' ? 'key' : 'value') : undefined;
  const closes = sign === '}' ? inside === '{' : inside === '[';
  const mayClose = expected === ', or end' || expected === (sign === '}' ? 'key or }' : 'value or ]');
  if (!closes || !mayClose) return undefined;
  open.pop();
  return after();
}
