import { BlockQuote, Bold, DecoupledEditor, Essentials, Italic, Link, List, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { openGallery } from '../gallery.ts';

await openGallery(async (host, draft) => {
  const element = document.createElement('div');
  host.append(element);
  const plugins = [Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote];
  const editor = await DecoupledEditor.create(element, { licenseKey: 'GPL', initialData: draft, plugins });
  return {
    element,
    value: () => editor.getData(),
    undo: () => void editor.execute('undo'),
    setReadOnly: () => editor.enableReadOnlyMode('gallery'),
    mark: (name, value) =>
      editor.editing.view.change((writer) => {
        const root = editor.editing.view.document.getRoot();
        if (root) writer.setAttribute(name, value, root);
      }),
    close: () => void editor.destroy(),
  };
});
