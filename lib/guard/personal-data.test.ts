import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, redact } from './personal-data';

/** What is found, as `kind:text`. */
function found(text: string): string[] {
  return findPersonalData(text).map(({ start, end, kind }) => `${kind}:${text.slice(start, end)}`);
}

describe('findPersonalData', () => {
  it.each([
    ['write to ana.silva+shop@mail.example.co.uk please', 'email:ana.silva+shop@mail.example.co.uk'],
    ['Mein Postfach: jürgen@müller.de.', 'email:jürgen@müller.de'],
    ['call me on +44 20 7946 0958', 'phone:+44 20 7946 0958'],
    ['my number is (212) 555-0123 thanks', 'phone:(212) 555-0123'],
    ['ring 0151 23456789 after six', 'phone:0151 23456789'],
    ['رقم جوالي ٠٥٠١٢٣٤٥٦٧', 'phone:٠٥٠١٢٣٤٥٦٧'],
    ['order 10024557, you can call 2125550123', 'phone:2125550123'],
    ['card 4111 1111 1111 1111 exp 12/27', 'credit_card:4111 1111 1111 1111'],
    ['amex 3782-822463-10005', 'credit_card:3782-822463-10005'],
    ['البطاقة ٤١١١١١١١١١١١١١١١', 'credit_card:٤١١١١١١١١١١١١١١١'],
    ['refund to DE89 3704 0044 0532 0130 00 please', 'iban:DE89 3704 0044 0532 0130 00'],
    ['gb33bukb20201555555555', 'iban:gb33bukb20201555555555'],
    ['blocked from 203.0.113.42 today', 'ip:203.0.113.42'],
    ['server 2001:db8::8a2e:370:7334 is down', 'ip:2001:db8::8a2e:370:7334'],
    ['my SSN is 536-22-8145', 'national_id:536-22-8145'],
    ['social security 536228145', 'national_id:536228145'],
    ['NI number AB 12 34 56 C', 'national_id:AB 12 34 56 C'],
    ['Steuer-ID 86 095 742 719', 'national_id:86 095 742 719'],
    ['mi DNI es 12345678Z', 'national_id:12345678Z'],
    ['NIE X1234567L', 'national_id:X1234567L'],
    ['NIR 2 55 08 14 168 025 38', 'national_id:2 55 08 14 168 025 38'],
    ['o meu NIF é 123456789', 'national_id:123456789'],
    ['رقم الهوية 1010101010', 'national_id:1010101010'],
    ['الرقم القومي 29001011234567', 'national_id:29001011234567'],
    ['born on 12 March 1988 in Leeds', 'date_of_birth:12 March 1988'],
    ['DOB: 03/12/1979', 'date_of_birth:03/12/1979'],
    ['geboren am 1.2.1990', 'date_of_birth:1.2.1990'],
    ['née le 4 août 1985', 'date_of_birth:4 août 1985'],
    ['تاريخ الميلاد ١٢/٠٥/١٩٩٠', 'date_of_birth:١٢/٠٥/١٩٩٠'],
  ])('finds it in "%s"', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'my order number is 2125550123',
    'order #10024557 and ticket 4471220',
    'tracking 123456789012345',
    'commande 0612345678',
    'رقم الطلب 0501234567',
    'serial FW-2231-88412, firmware 4.2.1.0',
    'delivered on 12/05/2024 between 10:30 and 12:45',
    'it costs 1,299.00 and weighs 22.5 kg',
    'see https://acme.example/order/4111111111111111?ip=203.0.113.42',
    'card ending 4242, not 4111 1111 1111 1112',
    'version 10.0.0.1 since 2024-03-01',
    'IBAN DE89 3704 0044 0532 0130 01 is wrong',
    'std::vector crashed, 999.1.1.1 too',
    'we met in 1988 and again on 12 March 2020',
    '@handle and a @ b',
  ])('finds nothing in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds several in their order', () => {
    const text = 'I am a@b.example, born 01.02.1990, IBAN DE89370400440532013000, tel +49 30 901820.';
    expect(findPersonalData(text).map((one) => one.kind)).toEqual(['email', 'date_of_birth', 'iban', 'phone']);
  });

  it('gives sorted spans inside the text that do not overlap, for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '4111 1111 1111 1111',
        'a@b.example',
        '+49 30 901820',
        'DE89370400440532013000',
        ' born 01.02.1990',
        '::',
        '10.0.0.1',
      ),
      fc.stringMatching(/^[0-9 .:+-]{0,20}$/),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const span of findPersonalData(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('redact', () => {
  it('replaces each piece by its kind and leaves the rest', () => {
    expect(redact('Mail a@b.example or call +44 20 7946 0958!')).toBe('Mail [email] or call [phone]!');
  });

  it('leaves nothing to find', () => {
    const text = 'card 4111 1111 1111 1111, x@y.example, 203.0.113.42, SSN 536-22-8145';
    expect(findPersonalData(redact(text))).toEqual([]);
  });
});
