import { loadScript, openGallery } from '../gallery.ts';

type TinyMce = {
  iframeElement: HTMLIFrameElement;
  getContent(): string;
  undoManager: { undo(): void };
  mode: { set(mode: string): void };
  remove(): void;
};
declare const tinymce: { init(options: object): Promise<TinyMce[]> };

await loadScript('/packages/tinymce/tinymce.min.js');
await openGallery(async (host, draft) => {
  const target = document.createElement('textarea');
  target.value = draft;
  host.append(target);
  const options = { target, license_key: 'gpl', base_url: '/packages/tinymce', suffix: '.min', promotion: false };
  const [editor] = await tinymce.init({ ...options, plugins: 'lists link', menubar: false });
  if (!editor) throw new Error('TinyMCE did not start');
  return {
    element: editor.iframeElement,
    value: () => editor.getContent(),
    undo: () => editor.undoManager.undo(),
    setReadOnly: () => editor.mode.set('readonly'),
    close: () => editor.remove(),
  };
});
