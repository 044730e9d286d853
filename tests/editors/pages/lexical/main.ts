import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor, UNDO_COMMAND } from 'lexical';
import { openGallery } from '../gallery.ts';

await openGallery(async (host, draft) => {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  host.append(element);
  const onError = (error: Error) => {
    throw error;
  };
  const editor = createEditor({ namespace: 'gallery', nodes: [LinkNode, ListNode, ListItemNode], onError });
  editor.setRootElement(element);
  const fill = () => {
    const parsed = new DOMParser().parseFromString(draft === '' ? '<p></p>' : draft, 'text/html');
    const root = $getRoot();
    root.clear();
    root.append(...$generateNodesFromDOM(editor, parsed));
  };
  editor.update(fill, { discrete: true });
  const stops = [
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), 300),
  ];
  return {
    element,
    value: () => editor.read(() => $generateHtmlFromNodes(editor, null)),
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    setReadOnly: () => {
      editor.setEditable(false);
      element.contentEditable = 'false';
    },
    close() {
      for (const stop of stops) stop();
      editor.setRootElement(null);
    },
  };
});
