import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountTeach } from '@/components/teach/mount-teach';
import { generalise, type Picks, previewMessages } from '@/lib/helpdesk/teach/generalise';
import { watchNoteSwitch } from '@/lib/helpdesk/teach/note-switch';
import { readSettings, writeSetting } from '@/lib/storage/settings';
import { direction, resolveLanguage } from '@/lib/strings/language';
import { getTeachStrings } from '@/lib/strings/teach.strings';
import { attachHost } from '../panel/host';

/** Keeps the description for this address, which must have been added before. */
async function save(taught: string): Promise<void> {
  const { addedSites } = await readSettings();
  const next = addedSites.map((site) => (site.origin === location.origin ? { ...site, type: 'taught', taught } : site));
  await writeSetting('addedSites', next);
}

/** Run once by the popup, on the page in front. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'ui',
  async main() {
    const settings = await readSettings();
    const language = resolveLanguage(settings.language);
    const host = await attachHost({ name: 'deskside-teach', styles: '/content-scripts/teach.css' });
    const stop = mountTeach(host.container, settings.theme, {
      strings: getTeachStrings(language),
      direction: direction(language),
      elementAt: (x, y) =>
        document.elementsFromPoint(x, y).find((element) => !element.localName.startsWith('deskside-')),
      watchNoteSwitch: (editor) => watchNoteSwitch(editor, document),
      learn: (pointed, noteSwitch) =>
        generalise({ ...(pointed as Picks), ...(noteSwitch ? { noteSwitch } : {}) }, document, location),
      read: (description) => previewMessages(description, document),
      async save(description) {
        await save(JSON.stringify(description));
        close();
      },
      close: () => close(),
    });
    function close(): void {
      stop();
      host.remove();
    }
  },
});
