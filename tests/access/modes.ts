import type { InterfaceLanguage } from '../../lib/core/settings.ts';

/** One way in which a person meets the interface. Sizes in CSS pixels. */
export type Mode = {
  name: string;
  language: InterfaceLanguage;
  theme: 'light' | 'dark';
  width: number;
  height: number;
  isForced: boolean;
  isCalm: boolean;
};

const usual: Mode = {
  name: 'light',
  language: 'en',
  theme: 'light',
  width: 1280,
  height: 1000,
  isForced: false,
  isCalm: false,
};

/** 200 % is a window of 1280 × 1000 at twice the size; 320 pixels are the same window at 400 %. */
export const modes: readonly Mode[] = [
  usual,
  { ...usual, name: 'dark', theme: 'dark' },
  { ...usual, name: 'Arabic', language: 'ar' },
  { ...usual, name: 'Arabic, dark', language: 'ar', theme: 'dark' },
  { ...usual, name: 'forced colours', isForced: true },
  { ...usual, name: 'forced colours, dark', theme: 'dark', isForced: true },
  { ...usual, name: 'zoom 200 %', width: 640, height: 500 },
  { ...usual, name: '320 pixels', width: 320, height: 640 },
  { ...usual, name: 'Arabic, 320 pixels', language: 'ar', width: 320, height: 640 },
  { ...usual, name: 'reduced motion', isCalm: true },
  // Longer words than English ones, on the narrowest window.
  { ...usual, name: 'German, 320 pixels', language: 'de', width: 320, height: 640 },
  { ...usual, name: 'Spanish, 320 pixels', language: 'es', width: 320, height: 640 },
  { ...usual, name: 'French, 320 pixels', language: 'fr', width: 320, height: 640 },
  { ...usual, name: 'Portuguese, 320 pixels', language: 'pt', width: 320, height: 640 },
];
