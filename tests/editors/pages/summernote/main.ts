import { loadScript, loadStyle, openGallery } from '../gallery.ts';

type Wrapped = { summernote(command: string | object): unknown };
declare const jQuery: (element: Element) => Wrapped;

loadStyle('/packages/summernote/dist/summernote-lite.min.css');
await loadScript('/packages/jquery/dist/jquery.min.js');
await loadScript('/packages/summernote/dist/summernote-lite.min.js');
await openGallery(async (host, draft) => {
  const target = document.createElement('div');
  target.innerHTML = draft;
  host.append(target);
  jQuery(target).summernote({ toolbar: [] });
  const element = host.querySelector<HTMLElement>('.note-editable');
  if (!element) throw new Error('Summernote did not start');
  return {
    element,
    value: () => String(jQuery(target).summernote('code')),
    setReadOnly: () => void jQuery(target).summernote('disable'),
    close: () => void jQuery(target).summernote('destroy'),
  };
});
