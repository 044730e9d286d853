import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@/lib/core/settings';
import { panelText as panelTextAr } from '@/lib/strings/panel-text.ar';
import { panelTextEn } from '@/lib/strings/panel-text.en';
import { createPanelText } from './panel-text';

const english = { ...defaultSettings, language: 'en' } as const;
const arabic = { ...defaultSettings, language: 'ar' } as const;

describe('createPanelText', () => {
  it('loads Arabic when it is asked for, once', async () => {
    const loads: string[] = [];
    const text = createPanelText(async (language) => {
      loads.push(language);
      return panelTextAr;
    });
    expect(await text.prepare(english)).toBe(english);
    expect(loads).toEqual([]);
    expect(await text.prepare(arabic)).toBe(arabic);
    await text.prepare(arabic);
    expect(loads).toEqual(['ar']);
    expect(text.get('ar')).toBe(panelTextAr);
    expect(text.get('en')).toBe(panelTextEn);
  });

  it('shows English when Arabic cannot be loaded, and tries again with the next settings', async () => {
    const answers = [Promise.reject(new Error('gone')), Promise.resolve(panelTextAr)];
    const text = createPanelText(() => answers.shift() ?? Promise.resolve(panelTextAr));
    await text.prepare(arabic);
    expect(text.get('ar')).toBe(panelTextEn);
    await text.prepare(arabic);
    expect(text.get('ar')).toBe(panelTextAr);
  });
});
