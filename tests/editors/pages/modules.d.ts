/*
 * Of each editor's interface what the gallery calls. Declared here because some packages bring no types, and those of the
 * others (ten megabytes of them) would be read by every type check.
 */

declare module '@tiptap/core' {
  export class Editor {
    constructor(options: { element: HTMLElement; extensions: unknown[]; content: string });
    view: { dom: HTMLElement };
    commands: { undo(): boolean };
    getHTML(): string;
    setEditable(isEditable: boolean): void;
    destroy(): void;
  }
}

declare module '@tiptap/starter-kit' {
  const StarterKit: unknown;
  export default StarterKit;
}

declare module 'quill' {
  export default class Quill {
    constructor(host: HTMLElement, options: object);
    root: HTMLElement;
    clipboard: { convert(content: { html: string }): unknown };
    history: { clear(): void; undo(): void };
    setContents(delta: unknown, source: 'silent'): void;
    getSemanticHTML(): string;
    enable(isEnabled: boolean): void;
  }
}

declare module 'lexical' {
  export type LexicalEditor = {
    setRootElement(element: HTMLElement | null): void;
    update(change: () => void, options: { discrete: true }): void;
    read<Value>(look: () => Value): Value;
    dispatchCommand(command: unknown, payload: undefined): boolean;
    setEditable(isEditable: boolean): void;
  };
  export function createEditor(options: object): LexicalEditor;
  export function $getRoot(): { clear(): void; append(...nodes: unknown[]): void };
  export const UNDO_COMMAND: unknown;
}

declare module '@lexical/history' {
  export function createEmptyHistoryState(): unknown;
  export function registerHistory(editor: unknown, state: unknown, delayMs: number): () => void;
}

declare module '@lexical/html' {
  export function $generateHtmlFromNodes(editor: unknown, selection: null): string;
  export function $generateNodesFromDOM(editor: unknown, document: Document): unknown[];
}

declare module '@lexical/link' {
  export const LinkNode: unknown;
}

declare module '@lexical/list' {
  export const ListNode: unknown;
  export const ListItemNode: unknown;
  export function registerList(editor: unknown): () => void;
}

declare module '@lexical/rich-text' {
  export function registerRichText(editor: unknown): () => void;
}

declare module 'slate' {
  export type Descendant = object;
  export type SlateEditor = { children: Descendant[]; undo(): void };
  export function createEditor(): SlateEditor;
  export const Node: { string(node: Descendant): string };
}

declare module 'slate-history' {
  export function withHistory<Wrapped>(editor: Wrapped): Wrapped;
}

declare module 'slate-react' {
  import type { ComponentType } from 'react';
  export const Slate: ComponentType<{ editor: object; initialValue: object[]; children?: unknown }>;
  export const Editable: ComponentType<{ readOnly: boolean; renderElement: unknown }>;
  export function withReact<Wrapped>(editor: Wrapped): Wrapped;
}

declare module 'draft-js' {
  import type { ComponentType } from 'react';
  export type ContentBlock = {
    getText(): string;
    getType(): string;
    getLength(): number;
    getEntityAt(index: number): string | null;
    getInlineStyleAt(index: number): { has(style: string): boolean };
    findEntityRanges(
      wanted: (character: { getEntity(): string | null }) => boolean,
      found: (start: number, end: number) => void,
    ): void;
  };
  export type ContentState = {
    getBlocksAsArray(): ContentBlock[];
    getEntity(key: string): { getType(): string; getData(): { url?: string } };
  };
  export const ContentState: {
    createFromText(text: string): ContentState;
    createFromBlockArray(blocks: ContentBlock[]): ContentState;
  };
  export function convertFromHTML(html: string): { contentBlocks: ContentBlock[] };
  export class CompositeDecorator {
    constructor(decorators: object[]);
  }
  export type EditorState = { getCurrentContent(): ContentState };
  export const EditorState: {
    createWithContent(content: ContentState, decorator: CompositeDecorator): EditorState;
    undo(state: EditorState): EditorState;
  };
  export const Editor: ComponentType<{
    editorState: EditorState;
    onChange: (state: EditorState) => void;
    readOnly: boolean;
  }>;
}
