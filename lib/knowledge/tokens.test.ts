import { describe, expect, it } from 'vitest';
import { removePlaceholders, tokenize } from './tokens';

describe('search terms', () => {
  const cases: [string, string[]][] = [
    ['The batteries are charging', ['battery', 'charging']],
    ['Error E-10 on order FW-20391', ['error', '10', 'e10', 'order', 'fw', '20391', 'fw20391']],
    ['e10', ['e10']],
    ['Café crème, Größe', ['cafe', 'creme', 'grosse']],
    ["l'adresse de l’achat", ['adresse', 'de', 'achat']],
    ['address addresses glass status', ['address', 'addresse', 'glass', 'status']],
    ['أين الطَّلَب؟ والطلبات', ['اين', 'طلب', 'طلبات']],
    ['إرجاع ارجاع', ['ارجاع', 'ارجاع']],
    ['充電する', ['充電', '電す', 'する']],
    ['Hi {{ticket.requester.first_name}}, {% if x %}paid{% endif %}', ['paid']],
    ['!!! ??? …', []],
    ['', []],
  ];
  it.each(cases)('reads %j', (text, terms) => {
    expect(tokenize(text)).toEqual(terms);
  });

  it('leaves text without placeholders as it is', () => {
    expect(removePlaceholders('5 { 6 } {{a}}!')).toBe('5 { 6 }  !');
  });
});
