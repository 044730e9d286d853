import { browser } from 'wxt/browser';
import type { Settings } from '@/lib/core/settings';
import { type InterfaceLanguage, resolveLanguage } from '@/lib/strings/language';
import { type PanelText, panelTextEn } from '@/lib/strings/panel-text.en';

/** Loads the panel's text in one language from its own file in the extension. */
async function loadText(language: InterfaceLanguage): Promise<PanelText> {
  const url = browser.runtime.getURL(`/panel-text.${language}.js` as never);
  const file: typeof import('@/lib/strings/panel-text.ar') = await import(/* @vite-ignore */ url);
  return file.panelText;
}

/**
 * The panel's text: English at once, another language from the moment `prepare` had settings that ask for it. `prepare`
 * answers the settings it was given, when their language can be shown; it never rejects, and text that cannot be loaded
 * is shown in English.
 */
export function createPanelText(load: (language: InterfaceLanguage) => Promise<PanelText> = loadText) {
  const texts: Partial<Record<InterfaceLanguage, PanelText>> = { en: panelTextEn };
  return {
    get: (language: InterfaceLanguage): PanelText => texts[language] ?? panelTextEn,
    async prepare(settings: Settings): Promise<Settings> {
      const language = resolveLanguage(settings.language);
      const text = texts[language] ?? (await load(language).catch(() => null));
      if (text) texts[language] = text;
      return settings;
    },
  };
}
