import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutQuotes } from './quotes';

describe('withoutQuotes', () => {
  it.each([
    ['keeps plain text', 'One\nTwo', 'One\nTwo'],
    [
      'drops a quoted mail',
      'Yes.\nOn Mon, 2 Nov 2026 at 09:00, Kim <k@acme.example> wrote:\n> Is it on?\n> Kim',
      'Yes.',
    ],
    ['keeps an answer below the quote', 'On Mon, Kim wrote:\n> Is it on?\nYes it is.', 'Yes it is.'],
    ['keeps answers between quotes', '> Is it on?\nYes.\n> And the light?\nNo.', 'Yes.\nNo.'],
    ['German', 'Ja.\nAm 02.11.2026 um 09:00 schrieb Kim:\n> Ist es an?', 'Ja.'],
    ['Spanish', 'Sí.\nEl lun, 2 nov 2026 a las 9:00, Kim escribió:', 'Sí.'],
    ['Russian', 'Да.\nпн, 2 нояб. 2026 г. в 09:00, Kim <k@acme.example> написал:\n> Включено?', 'Да.'],
    ['Outlook', 'Thanks!\nFrom: Kim\nSent: Monday\nTo: Ana\nSubject: Re: Battery\nIs it on?', 'Thanks!'],
    ['an original message', 'Thanks!\n-----Original Message-----\nIs it on?', 'Thanks!'],
    ['the line of the helpdesk', 'Thanks!\n##- Please type your reply above this line -##\nIs it on?', 'Thanks!'],
    ['a signature', 'Thanks!\n--\nAna Ruiz\nCEO', 'Thanks!'],
    ['a phone', 'Thanks!\nSent from my iPhone', 'Thanks!'],
    [
      'keeps mail that was passed on, without what that mail quotes',
      'What is this?\n---------- Forwarded message ---------\nFrom: Post\nDate: Monday\nSubject: Parcel\nNobody was at home.\n-----Original Message-----\nold',
      'What is this?\n---------- Forwarded message ---------\nFrom: Post\nDate: Monday\nSubject: Parcel\nNobody was at home.',
    ],
    [
      'keeps mail passed on by Apple Mail',
      'See.\nBegin forwarded message:\n> From: Post\n> Nobody was at home.',
      'See.\nBegin forwarded message:\n> From: Post\n> Nobody was at home.',
    ],
    ['drops passed-on mail deep in a quote', 'Yes.\n-----Original Message-----\nBegin forwarded message:\nold', 'Yes.'],
    [
      'keeps a forwarded mail without other words',
      '-----Original Message-----\nIs it on?',
      '-----Original Message-----\nIs it on?',
    ],
    [
      'keeps a sentence about writing',
      'On Monday your colleague wrote:\nIt is off.\nIs it?',
      'On Monday your colleague wrote:\nIt is off.\nIs it?',
    ],
    ['keeps order data', 'To: Berlin\nOrder 12', 'To: Berlin\nOrder 12'],
    ['folds empty lines', ' One \n\n\n Two ', 'One\nTwo'],
    ['nothing', '', ''],
  ])('%s', (_name, text, written) => {
    expect(withoutQuotes(text)).toBe(written);
  });

  it('only takes lines away, never all of them, and has nothing to do the second time', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('> quoted', '--', 'On 2 Nov Kim wrote:', '____________________'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const written = withoutQuotes(text);
        const given = text.split('\n').map((one) => one.trim());
        expect(written.split('\n').every((one) => one === '' || given.includes(one))).toBe(true);
        if (text.trim() !== '') expect(written).not.toBe('');
      }),
    );
  });

  it('does not hang on hostile lines', () => {
    const start = performance.now();
    withoutQuotes(`On ${'wrote '.repeat(20_000)}\n${'a'.repeat(100_000)}\nAm ${'schrieb '.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
