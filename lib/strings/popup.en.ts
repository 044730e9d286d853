/** Text of the popup page. */
export const popupEn = {
  title: 'Deskside',
};

/** Keys every language must carry. */
export type PopupStrings = typeof popupEn;
