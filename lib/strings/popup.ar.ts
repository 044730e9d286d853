import type { PopupStrings } from './popup.en';

/** Text of the popup page, Arabic. */
export const popupAr: PopupStrings = {
  title: 'Deskside',
};
