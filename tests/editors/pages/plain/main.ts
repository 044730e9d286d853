import { openGallery } from '../gallery.ts';

await openGallery(async (host, draft) => {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  element.setAttribute('role', 'textbox');
  element.innerHTML = draft;
  host.append(element);
  return {
    element,
    value: () => element.innerHTML,
    setReadOnly: () => element.setAttribute('contenteditable', 'false'),
    close: () => element.remove(),
  };
});
