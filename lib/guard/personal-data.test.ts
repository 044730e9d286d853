import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, redact, redactAll } from './personal-data';

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
    ['CPF 529.982.247-25', 'national_id:529.982.247-25'],
    ['passport no. PA1234567', 'national_id:PA1234567'],
    ['our VAT number is GB 428 7719 04', 'tax_id:GB 428 7719 04'],
    ['CNPJ 11.222.333/0001-81', 'tax_id:11.222.333/0001-81'],
    ['الرقم الضريبي 310122393500003', 'tax_id:310122393500003'],
    ['sort code and account 20-45-77 63849866', 'bank_account:20-45-77 63849866'],
    ['IMEI 490154203237518', 'device_id:490154203237518'],
    ['MAC A4:5E:60:C2:19:0F', 'device_id:A4:5E:60:C2:19:0F'],
    ['the temp password is Xk9!vmQ2.', 'secret:Xk9!vmQ2'],
    ['see https://a.example/reset?token=9f8a7d6c5b for it', 'link:https://a.example/reset?token=9f8a7d6c5b'],
    ['ship to 14 Larch Grove, Harrogate HG2 7PQ.', 'address:14 Larch Grove, Harrogate HG2 7PQ'],
    ['Lindenallee 27, 22301 Hamburg', 'address:Lindenallee 27, 22301 Hamburg'],
    ['au 12 rue des Lilas, 69003 Lyon', 'address:12 rue des Lilas, 69003 Lyon'],
    ['Calle Larios 9, 29005 Málaga', 'address:Calle Larios 9, 29005 Málaga'],
    ['Rua da Prata 7, 1100-419 Lisboa', 'address:Rua da Prata 7, 1100-419 Lisboa'],
    ['العنوان شارع التحلية، حي السليمانية، الرياض', 'address:شارع التحلية، حي السليمانية، الرياض'],
    ['I spoke with Ravi about it', 'name:Ravi'],
    ['Mrs Price called twice', 'name:Price'],
    ['hi its imogen, no answer', 'name:imogen'],
    ['All sorted.\n\nCheers,\nXiomara', 'name:Xiomara'],
    ['Frau von Hagen war da', 'name:von Hagen'],
    ['Je m’appelle Awa Diallo', 'name:Awa Diallo'],
    ['Titular: Milagros Condori', 'name:Milagros Condori'],
    ['السيد الغامدي اتصل أمس', 'name:الغامدي'],
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
    'Dear Sir or Madam, the Rose Gold watch shows Midnight',
    'Does the Chase card work on Black Friday? Will I pay?',
    'Die Rechnung von Firma Nordlicht GmbH fehlt',
    'The Premium Plus plan in London and Manchester',
    'my password does not work, please reset the password',
    'https://acme.example/articles/how-to-reset-your-password-in-2026',
    'invoice 2026-0418, delivery note 77120-331',
    'أرجو إلغاء الطلب عن طريق الموقع على الشات',
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

describe('names that the ticket tells', () => {
  it('are found wherever they stand, and as words only where they are written as names', () => {
    const text = 'will you tell Will that imogen called? Fairweather asked for a price, and Price answered.';
    const names = findPersonalData(text, ['Imogen Fairweather', 'Will Price']).map((one) =>
      text.slice(one.start, one.end),
    );
    expect(names).toEqual(['Will', 'imogen', 'Fairweather', 'Price']);
  });
});

describe('redactAll', () => {
  it('takes who is named in one text out of all, whole and in parts, once', () => {
    const texts = ['Where is it?\nKind regards,\nOlumide Brackenbury', 'OLUMIDE BRACKENBURY wrote. Brackenbury waits.'];
    expect(redactAll(texts)).toEqual(['Where is it?\nKind regards,\n[name]', '[name] wrote. [name] waits.']);
    expect(redactAll(['تحياتي،\nسعود البلوشي', 'سعود البلوشي: الرابط لا يعمل'])).toEqual([
      'تحياتي،\n[name]',
      '[name]: الرابط لا يعمل',
    ]);
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
