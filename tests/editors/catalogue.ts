/** One editor of the gallery. */
export type GalleryEntry = {
  id: string;
  /** As its makers call it. */
  name: string;
  /** What it can hold: `text` editors know no links, lists or bold. */
  holds: 'html' | 'text';
  /** True where the editable is the body of a frame of the same origin. */
  isFramed?: boolean;
};

/** Every editor of the gallery (its page is `pages/<id>/main.ts`): real ones from npm, and the two that browsers and React bring along. */
export const galleryEditors = [
  { id: 'ckeditor4', name: 'CKEditor 4', holds: 'html', isFramed: true },
  { id: 'ckeditor5', name: 'CKEditor 5', holds: 'html' },
  { id: 'froala', name: 'Froala', holds: 'html' },
  { id: 'tiptap', name: 'TipTap (ProseMirror)', holds: 'html' },
  { id: 'quill', name: 'Quill', holds: 'html' },
  { id: 'lexical', name: 'Lexical', holds: 'html' },
  // Its stock editor takes plain text only; what an application adds for HTML differs in each.
  { id: 'slate', name: 'Slate', holds: 'text' },
  { id: 'draft', name: 'Draft.js', holds: 'html' },
  { id: 'tinymce', name: 'TinyMCE', holds: 'html', isFramed: true },
  { id: 'summernote', name: 'Summernote', holds: 'html' },
  { id: 'jodit', name: 'Jodit (Redactor-like)', holds: 'html' },
  { id: 'plain', name: 'plain contenteditable', holds: 'html' },
  { id: 'textarea', name: 'React textarea', holds: 'text' },
] as const satisfies readonly GalleryEntry[];
