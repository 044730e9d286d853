import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { packArchive } from './archive';

const json = JSON.stringify({
  deskside: 1,
  exportedAt: '2026-11-30T10:00:00Z',
  pastTickets: [
    { id: 'a', question: '=HYPERLINK("x"), "said", ليلى' },
    { id: 'b', reply: 'yes\nno' },
  ],
  macros: [{ id: 'm', tags: ['one', 'two'] }],
  gaps: [],
});

describe('the archive', () => {
  const files = Object.fromEntries(
    Object.entries(unzipSync(packArchive({ json, settings: { tone: 'warm' }, about: 'What is what' }))).map(
      ([name, bytes]) => [name, strFromU8(bytes)],
    ),
  );

  it('holds the whole, each list in two formats, the settings and what is what', () => {
    expect(Object.keys(files).sort()).toEqual([
      'about.txt',
      'deskside.json',
      'gaps.csv',
      'gaps.json',
      'macros.csv',
      'macros.json',
      'past-tickets.csv',
      'past-tickets.json',
      'settings.json',
    ]);
    expect(files['deskside.json']).toBe(json);
    expect(JSON.parse(files['settings.json'] ?? '')).toEqual({ tone: 'warm' });
    expect(JSON.parse(files['past-tickets.json'] ?? '')).toHaveLength(2);
  });

  it('writes tables that are read again, with every column, and no formula', () => {
    const { data } = Papa.parse<Record<string, string>>((files['past-tickets.csv'] ?? '').replace(/^\ufeff/, ''), {
      header: true,
    });
    expect(data).toEqual([
      { id: 'a', question: `'=HYPERLINK("x"), "said", ليلى`, reply: '' },
      { id: 'b', question: '', reply: 'yes\nno' },
    ]);
    // Each way to begin a formula, alone and before a second line, which spreadsheets read whole all the same.
    const starts = ['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '\u00a0@', '＝', '＋', '－', '＠'];
    const cells = starts.flatMap((start) => [`${start}1+1`, `${start}HYPERLINK("x")\nsecond line`]);
    const packed = packArchive({
      json: JSON.stringify({ gaps: cells.map((text) => ({ text })) }),
      settings: {},
      about: '',
    });
    const table = strFromU8(unzipSync(packed)['gaps.csv'] as Uint8Array);
    const rows = Papa.parse<{ text: string }>(table.replace(/^\ufeff/, ''), { header: true }).data;
    expect(rows.map(({ text }) => text)).toEqual(cells.map((text) => `'${text}`));
    expect(files['macros.csv']).toContain('"[""one"",""two""]"');
  });
});
