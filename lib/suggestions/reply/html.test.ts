import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from './html';

describe('toHtml', () => {
  it('keeps paragraphs, lines and lists', () => {
    expect(toHtml('One\ntwo\n\n1. first\n2. second\n\n- dot')).toBe(
      '<p>One<br>two</p><ol><li>first</li><li>second</li></ol><ul><li>dot</li></ul>',
    );
  });

  it('lets no markup through', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toHtml(text).replace(/<\/?(p|ol|ul|li|br)>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });
});
