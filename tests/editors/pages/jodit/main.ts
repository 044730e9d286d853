import { loadScript, loadStyle, openGallery } from '../gallery.ts';

type JoditEditor = {
  editor: HTMLElement;
  value: string;
  execCommand(name: string): void;
  setReadOnly(isReadOnly: boolean): void;
  destruct(): void;
};
declare const Jodit: { make(element: HTMLElement, options: object): JoditEditor };

/**
 * Stands for the Redactor family (Redactor itself is not to be had from npm): a contenteditable with a hidden textarea
 * that it keeps in step by itself, its own undo, and its own dialog about what to do with pasted HTML.
 */
loadStyle('/packages/jodit/es2021/jodit.min.css');
await loadScript('/packages/jodit/es2021/jodit.min.js');
await openGallery(async (host, draft) => {
  const target = document.createElement('textarea');
  target.value = draft;
  host.append(target);
  const jodit = Jodit.make(target, { toolbar: false, statusbar: false });
  return {
    element: jodit.editor,
    value: () => target.value,
    undo: () => jodit.execCommand('undo'),
    setReadOnly: () => jodit.setReadOnly(true),
    close: () => jodit.destruct(),
  };
});
