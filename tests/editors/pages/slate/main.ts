import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { linesOf, openGallery, paragraphsOf } from '../gallery.ts';

type Controls = { setReadOnly(): void };

function newEditor() {
  return withHistory(withReact(createEditor()));
}

function Composer({
  editor,
  lines,
  controls,
}: {
  editor: ReturnType<typeof newEditor>;
  lines: string[];
  controls: Controls;
}) {
  const [readOnly, setReadOnly] = useState(false);
  const [initialValue] = useState(() =>
    (lines.length > 0 ? lines : ['']).map((text): Descendant => ({ type: 'paragraph', children: [{ text }] })),
  );
  controls.setReadOnly = () => setReadOnly(true);
  const renderElement = (props: { attributes: object; children: unknown }) =>
    createElement('p', props.attributes, props.children as never);
  return createElement(Slate, { editor, initialValue }, createElement(Editable, { readOnly, renderElement }));
}

await openGallery(async (host, draft) => {
  const editor = newEditor();
  const controls: Controls = { setReadOnly: () => {} };
  const root = createRoot(host);
  flushSync(() => root.render(createElement(Composer, { editor, lines: linesOf(draft), controls })));
  const element = host.querySelector<HTMLElement>('[data-slate-editor]');
  if (!element) throw new Error('React drew nothing');
  return {
    element,
    value: () => paragraphsOf(editor.children.flatMap((block) => Node.string(block).split('\n'))),
    undo: () => editor.undo(),
    setReadOnly: () => flushSync(() => controls.setReadOnly()),
    close: () => root.unmount(),
  };
});
