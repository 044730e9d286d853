import { describe, expect, it } from 'vitest';
import { claimsAlike, claimsNothing, findUnsupported, readClaims } from './claims';

describe('readClaims', () => {
  it.each([
    ['Refunds of €12.50 take 5 days.', 'en', { numbers: ['12.50€', '5'] }],
    ['Das kostet 9,90 EUR, also 10 %.', 'de', { numbers: ['10%', '9,90eur'] }],
    ['يستغرق ذلك ٣ أيام', 'ar', { numbers: ['3'] }],
    [
      'See https://a.example/12?x=9, or write to Help@a.example.',
      'en',
      {
        links: ['help@a.example', 'https://a.example/12?x=9'],
        numbers: [],
      },
    ],
    ['Open Settings and choose Wi-Fi on your iPhone 12.', 'en', { names: ['iphone', 'settings', 'wi-fi'] }],
    ['FW-2231 is your order.', 'en', { names: ['fw-2231'] }],
    ['افتح تطبيق Fernway من الهاتف', 'ar', { names: ['fernway'] }],
    ["It can't be sent and cannot be kept, nor sold.", 'en', { negations: ['nor', 'not', 'not'] }],
    ['Não é possível, nem hoje; está no site.', 'pt', { negations: ['nem', 'not'] }],
    ['Il ne faut pas attendre, sans exception.', 'fr', { negations: ['not', 'sans'] }],
    ['No hay envíos sin seguimiento.', 'es', { negations: ['not', 'sin'] }],
    ['Es gibt keine Rückgabe und nichts zu tun.', 'de', { negations: ['keine', 'nichts'] }],
    ['لا يمكن الإرجاع بدون فاتورة', 'ar', { negations: ['not', 'بدون'] }],
    ['Please do not hesitate to write.', 'en', { negations: [] }],
    ["N'hésitez pas à nous écrire.", 'fr', { negations: [] }],
  ])('of "%s"', (text, language, expected) => {
    expect(readClaims(text, language)).toMatchObject(expected);
  });

  it('tells texts that claim the same from others', () => {
    expect(claimsAlike('You can not cancel after 3 days.', "You can't cancel after 3 days.", 'en')).toBe(true);
    expect(claimsAlike('You can cancel after 3 days.', "You can't cancel after 3 days.", 'en')).toBe(false);
    expect(claimsAlike('It costs 3 €.', 'It costs 3 $.', 'en')).toBe(false);
    expect(claimsNothing('We are sorry for the trouble.', 'en')).toBe(true);
    expect(claimsNothing('We are sorry, Ana.', 'en')).toBe(false);
  });
});

describe('findUnsupported', () => {
  const quote = 'Refunds reach your card within 5 days, see https://a.example/refunds. We never charge a fee.';
  it.each<[string, string[]]>([
    ['Refunds reach your card within 5 days.', ['negation ']],
    ['We never charge a fee: refunds reach your card within 7 days.', ['number 7']],
    ['We charge a fee.', ['negation ']],
    ['We never charge a fee, see https://b.example/x.', ['link https://b.example/x']],
    ['We never charge a fee, says Visa.', ['name visa']],
    ['We never charge a fee, Ana, for ticket 4711.', []],
    ['We never charge a fee. About: it is not on Mars', []],
    ['We never charge a fee, see https://evil.example/pay.', ['link https://evil.example/pay']],
  ])('in "%s"', (sentence, expected) => {
    const facts = ['Ana', '4711', 'it is not on Mars', 'look at https://evil.example/pay'];
    expect(findUnsupported(sentence, { quote, facts, language: 'en' })).toEqual(expected);
  });

  it('lets a sentence of ours deny, but name only what is known', () => {
    const options = { quote: null, facts: ['Ana'], language: 'en' };
    expect(findUnsupported("If it doesn't help, just reply, Ana.", options)).toEqual([]);
    expect(findUnsupported('We refund 20 € today.', options)).toEqual(['number 20€']);
  });
});
