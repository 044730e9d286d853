import { type ReactNode, useMemo } from 'react';
import { foreignRuns, textDirection } from '../../lib/core/bidi';

/** Text in which numbers, links and names of the other direction keep together; the words are the same. */
export function Bidi({ text }: { text: string }): ReactNode {
  return useMemo(() => {
    const base = textDirection(text) ?? 'ltr';
    const parts: ReactNode[] = [];
    let at = 0;
    for (const { start, end } of foreignRuns(text, base)) {
      parts.push(
        text.slice(at, start),
        <bdi key={start} dir={base === 'rtl' ? 'ltr' : 'rtl'}>
          {text.slice(start, end)}
        </bdi>,
      );
      at = end;
    }
    return [...parts, text.slice(at)];
  }, [text]);
}
