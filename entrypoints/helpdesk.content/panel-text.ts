import { browser } from 'wxt/browser';
import type { Settings } from '@/lib/core/settings';
import { type InterfaceLanguage, resolveLanguage } from '@/lib/strings/language';
import { type PanelText, panelTextEn } from '@/lib/strings/panel-text.en';

/** Loads the panel's text in Arabic from its own file in the extension. */
async function loadArabic(): Promise<PanelText> {
  const url = browser.runtime.getURL('/panel-text.ar.js' as never);
  const file: typeof import('@/lib/strings/panel-text.ar') = await import(/* @vite-ignore */ url);
  return file.panelTextAr;
}

/**
 * The panel's text: English at once, Arabic from the moment `prepare` had settings that ask for it. `prepare` answers
 * the settings it was given, when their language can be shown; it never rejects, and text that cannot be loaded is
 * shown in English.
 */
export function createPanelText(load: () => Promise<PanelText> = loadArabic) {
  const texts: Record<InterfaceLanguage, PanelText> = { en: panelTextEn, ar: panelTextEn };
  return {
    get: (language: InterfaceLanguage): PanelText => texts[language],
    async prepare(settings: Settings): Promise<Settings> {
      const isMissing = resolveLanguage(settings.language) === 'ar' && texts.ar === panelTextEn;
      if (isMissing) texts.ar = await load().catch(() => panelTextEn);
      return settings;
    },
  };
}
