import { loadScript, openGallery } from '../gallery.ts';

type CkEditor4 = {
  on(event: string, callback: () => void): void;
  getData(): string;
  execCommand(name: string): void;
  resetUndo(): void;
  setReadOnly(isReadOnly: boolean): void;
  window: { getFrame(): { $: HTMLIFrameElement } };
  destroy(): void;
};
declare const CKEDITOR: { replace(element: HTMLElement, options: object): CkEditor4 };

// 4.22.1 is the last version under open licences; it asks its makers for newer ones unless told not to.
await loadScript('/packages/ckeditor4/ckeditor.js');
await openGallery(async (host, draft) => {
  const target = document.createElement('textarea');
  target.value = draft;
  host.append(target);
  const editor = CKEDITOR.replace(target, { versionCheck: false, customConfig: '' });
  await new Promise<void>((resolve) => editor.on('instanceReady', resolve));
  return {
    element: editor.window.getFrame().$,
    value: () => editor.getData(),
    undo: () => editor.execCommand('undo'),
    setReadOnly: () => editor.setReadOnly(true),
    close: () => editor.destroy(),
  };
});
