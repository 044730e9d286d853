import { describe, expect, it } from 'vitest';
import type { Encoder } from '../../core/engine';
import { hideNames, withoutNames } from './hide-names';

describe('hideNames', () => {
  it.each([
    ['Where is my parcel?\n\nKind regards,\nAisha Rahman', 'Where is my parcel?\n\nKind regards,\nAlex'],
    ['Hi, this is Darnell Jefferson. I spoke to Grace Whitfield.', 'Hi, this is Alex. I spoke to Alex.'],
    ['Hallo, mein Name ist Suresh Iyer. Wo ist mein Paket?', 'Hallo, mein Name ist Alex. Wo ist mein Paket?'],
    ['أين طلبي؟\nمع التحية،\nزينب الحسيني', 'أين طلبي؟\nمع التحية،\nسامي'],
  ])('calls everybody by one name in %j', (text, hidden) => {
    expect(hideNames(text)).toBe(hidden);
  });

  it('makes one text of the same message by different people', () => {
    const signed = ['Hannah Brooks', 'Keisha Robinson', 'Omar Farouk', 'Priya Nair', 'Yusuf Demir'].map((name) =>
      hideNames(`My invoice is wrong again, please help.\n\nBest regards,\n${name}`),
    );
    expect(new Set(signed).size).toBe(1);
  });

  it.each(['The Loam charger stays green.', 'Can I pay with Apple Pay in Berlin?', ''])(
    'leaves %j as it is',
    (text) => {
      expect(hideNames(text)).toBe(text);
    },
  );

  it('forgets what was read long ago and reads it again', () => {
    const text = 'Thanks, Leila Haddad';
    const first = hideNames(text);
    for (let at = 0; at < 600; at += 1) hideNames(`message ${at}`);
    expect(hideNames(text)).toBe(first);
    expect(first).toBe('Thanks, Alex');
  });
});

describe('withoutNames', () => {
  it('gives the encoder its texts without names, in their order, with the options', async () => {
    const asked: unknown[] = [];
    const encoder: Encoder = {
      encode: async (texts, options) => {
        asked.push([texts, options]);
        return [];
      },
      state: () => {
        throw new Error('not asked');
      },
    };
    await withoutNames(encoder).encode(['Thanks, Leila Haddad', 'It broke.'], { priority: 'later' });
    expect(asked).toEqual([[['Thanks, Alex', 'It broke.'], { priority: 'later' }]]);
  });
});
