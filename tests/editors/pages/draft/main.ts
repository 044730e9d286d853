import './global.ts';
import {
  CompositeDecorator,
  ContentState as Content,
  type ContentBlock,
  type ContentState,
  convertFromHTML,
  Editor,
  EditorState,
} from 'draft-js';
import { createElement, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import 'draft-js/dist/Draft.css';
import { openGallery } from '../gallery.ts';
import { htmlOf } from './html.ts';

type Controls = { content?: ContentState; undo(): void; setReadOnly(): void };

function findLinks(block: ContentBlock, found: (start: number, end: number) => void, content: ContentState) {
  block.findEntityRanges((character) => {
    const key = character.getEntity();
    return key !== null && content.getEntity(key).getType() === 'LINK';
  }, found);
}

function Link(props: { contentState: ContentState; entityKey: string; children: ReactNode }) {
  return createElement('a', { href: props.contentState.getEntity(props.entityKey).getData().url }, props.children);
}

/** Paragraph by paragraph, since the whole would lose its empty lines. */
function blocksOf(paragraph: Element): ContentBlock[] {
  if (paragraph.textContent === '') return Content.createFromText('').getBlocksAsArray();
  return convertFromHTML(paragraph.outerHTML).contentBlocks;
}

function contentOf(draft: string): ContentState {
  const { body } = new DOMParser().parseFromString(draft === '' ? '<p></p>' : draft, 'text/html');
  return Content.createFromBlockArray([...body.children].flatMap(blocksOf));
}

function Composer({ draft, controls }: { draft: string; controls: Controls }) {
  const [state, setState] = useState(() =>
    EditorState.createWithContent(contentOf(draft), new CompositeDecorator([{ strategy: findLinks, component: Link }])),
  );
  const [readOnly, setReadOnly] = useState(false);
  controls.content = state.getCurrentContent();
  controls.undo = () => setState(EditorState.undo);
  controls.setReadOnly = () => setReadOnly(true);
  return createElement(Editor, { editorState: state, onChange: setState, readOnly });
}

await openGallery(async (host, draft) => {
  const controls: Controls = { undo: () => {}, setReadOnly: () => {} };
  const root = createRoot(host);
  flushSync(() => root.render(createElement(Composer, { draft, controls })));
  const element = host.querySelector<HTMLElement>('.public-DraftEditor-content');
  if (!element) throw new Error('React drew nothing');
  return {
    element,
    value: () => (controls.content ? htmlOf(controls.content) : ''),
    undo: () => flushSync(() => controls.undo()),
    setReadOnly: () => flushSync(() => controls.setReadOnly()),
    close: () => root.unmount(),
  };
});
