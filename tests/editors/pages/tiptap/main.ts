import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { openGallery } from '../gallery.ts';

await openGallery(async (host, draft) => {
  const editor = new Editor({ element: host, extensions: [StarterKit], content: draft });
  return {
    element: editor.view.dom,
    value: () => editor.getHTML(),
    undo: () => void editor.commands.undo(),
    setReadOnly: () => editor.setEditable(false),
    close: () => editor.destroy(),
  };
});
