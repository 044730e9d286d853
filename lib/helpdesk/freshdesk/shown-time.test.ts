import { describe, expect, it } from 'vitest';
import { readShownTime } from './shown-time';

describe('a time as Freshdesk shows it', () => {
  it.each([
    ['(Mon, 2 Nov 2026 at 1:05 PM)', 'en', '2026-11-02T13:05:00.000Z'],
    ['Mon, 2 Nov 2026 at 12:15 AM', 'en', '2026-11-02T00:15:00.000Z'],
    ['Mon, 2 Nov 2026 at 12:15 PM', 'en', '2026-11-02T12:15:00.000Z'],
    ['Mon, 2 Nov 2026 at 17:40', 'en-GB', '2026-11-02T17:40:00.000Z'],
    ['November 2, 2026 at 9:07 AM', 'en-US', '2026-11-02T09:07:00.000Z'],
    ['Mo., 7. Dez. 2026 um 09:03', 'de', '2026-12-07T09:03:00.000Z'],
    ['lun., 7 déc. 2026 à 9h03', 'fr', '2026-12-07T09:03:00.000Z'],
    ['mar. 1 déc. 2026 à 08:00', 'fr', '2026-12-01T08:00:00.000Z'],
    ['mar, 3 nov 2026 alle 18:30', 'it', '2026-11-03T18:30:00.000Z'],
    ['mar, 3 mar 2026 a las 18:30', 'es', '2026-03-03T18:30:00.000Z'],
    ['seg., 1 de fev. de 2027 às 08:00', 'pt-BR', '2027-02-01T08:00:00.000Z'],
    ['الاثنين، ٢ نوفمبر ٢٠٢٦ في ١:٠٥ م', 'ar', '2026-11-02T13:05:00.000Z'],
    ['יום ב׳, 2 בנוב׳ 2026 בשעה 13:05', 'he', undefined],
    ['Mon, 2 Nov 2026 at 1:05 PM', '', '2026-11-02T13:05:00.000Z'],
  ])('%s (%s)', (shown, language, at) => {
    expect(readShownTime(shown, language)).toBe(at);
  });

  it.each([
    '',
    '2 hours ago',
    '(Jan 1)',
    'January 1, 2026',
    '02/11/2026 14:05',
    '2026-11-02',
    'Mon, 31 Feb 2026 at 1:05 PM',
    'Mon, 2 Nov 2026 at 31:99',
    '99999999999999999999 Nov 2026 12:00',
  ])('is not guessed from %s', (shown) => {
    expect(readShownTime(shown, 'en')).toBeUndefined();
  });
});
