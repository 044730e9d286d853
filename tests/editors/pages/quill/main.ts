import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { openGallery } from '../gallery.ts';

await openGallery(async (host, draft) => {
  const element = document.createElement('div');
  host.append(element);
  const quill = new Quill(element, { theme: 'snow', modules: { toolbar: false } });
  quill.setContents(quill.clipboard.convert({ html: draft }), 'silent');
  quill.history.clear();
  return {
    element: quill.root,
    value: () => quill.getSemanticHTML(),
    undo: () => quill.history.undo(),
    setReadOnly: () => quill.enable(false),
    close: () => {},
  };
});
