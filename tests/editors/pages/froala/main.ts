import FroalaEditor from 'froala-editor';
import 'froala-editor/js/plugins/link.min.js';
import 'froala-editor/js/plugins/lists.min.js';
import 'froala-editor/css/froala_editor.min.css';
import { openGallery } from '../gallery.ts';

/** What the gallery uses of an editor; the package's own types leave these out. */
type Froala = {
  el: HTMLElement;
  html: { get(): string };
  undo: { run(): void; saveStep(): void };
  edit: { off(): void };
  destroy(): void;
};

await openGallery(async (host, draft) => {
  host.innerHTML = draft;
  const editor = await new Promise<Froala>((resolve) => {
    const started = new FroalaEditor(host, {
      events: { initialized: () => resolve(started as unknown as Froala) },
    });
  });
  return {
    element: editor.el,
    // Without a licence it adds a line about its makers.
    value: () => editor.html.get().replace(/<p data-f-id="pbf".*?<\/p>/s, ''),
    undo() {
      // Typed text becomes a step a moment later only.
      editor.undo.saveStep();
      editor.undo.run();
    },
    setReadOnly: () => editor.edit.off(),
    close: () => editor.destroy(),
  };
});
