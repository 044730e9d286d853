import * as v from 'valibot';

/** Shapes of Zendesk's answers: only what is read, everything else and every `null` let through. */
const text = v.nullish(v.string());
const paging = {
  meta: v.nullish(v.object({ has_more: v.nullish(v.boolean()) })),
  links: v.nullish(v.object({ next: text })),
  next_page: text,
  count: v.nullish(v.number()),
};

/** Both of Zendesk's paginations: cursor (`meta`, `links`) and offset (`next_page`). */
export type Paging = {
  meta?: { has_more?: boolean | null | undefined } | null | undefined;
  links?: { next?: string | null | undefined } | null | undefined;
  next_page?: string | null | undefined;
};

/** An article in another language than its own; beside the articles or inside them, as the account sends it. */
const translation = v.object({
  source_id: v.nullish(v.number()),
  locale: text,
  title: text,
  body: text,
  html_url: text,
  draft: v.nullish(v.boolean()),
  hidden: v.nullish(v.boolean()),
  updated_at: text,
});
export type Translation = v.InferOutput<typeof translation>;
const article = v.object({
  id: v.number(),
  title: text,
  body: text,
  html_url: text,
  locale: text,
  section_id: v.nullish(v.number()),
  label_names: v.nullish(v.array(v.string())),
  draft: v.nullish(v.boolean()),
  user_segment_id: v.nullish(v.number()),
  updated_at: text,
  translations: v.nullish(v.array(translation)),
});
export type Article = v.InferOutput<typeof article>;
/** `GET /api/v2/help_center/articles.json?include=sections,categories,translations` */
export const articles = v.object({
  articles: v.array(article),
  sections: v.nullish(v.array(v.object({ id: v.number(), name: v.string(), category_id: v.nullish(v.number()) }))),
  categories: v.nullish(v.array(v.object({ id: v.number(), name: v.string() }))),
  translations: v.nullish(v.array(translation)),
  ...paging,
});
/** `GET /api/v2/help_center/user_segments.json` */
export const segments = v.object({ user_segments: v.array(v.object({ id: v.number(), user_type: text })) });

const macro = v.object({
  id: v.number(),
  title: text,
  active: v.nullish(v.boolean()),
  actions: v.array(v.object({ field: v.string(), value: v.unknown() })),
  updated_at: text,
});
export type Macro = v.InferOutput<typeof macro>;
/** `GET /api/v2/groups.json` */
export const groups = v.object({ groups: v.array(v.object({ id: v.number(), name: v.string() })) });
/** `GET /api/v2/macros/active.json` */
export const macros = v.object({ macros: v.array(macro), ...paging });

const id = v.union([v.string(), v.number()]);
const attachments = v.nullish(v.array(v.object({ file_name: text })));
export type Attachments = v.InferOutput<typeof attachments>;
const logEvent = v.object({
  id,
  type: text,
  reference: text,
  created_at: text,
  author: v.nullish(v.object({ type: text, display_name: text, 'zen:support:user_id': v.nullish(id) })),
  content: v.nullish(v.object({ type: text, text, body: text, html_body: text })),
  metadata: v.nullish(v.object({ public: v.nullish(v.boolean()) })),
  attachments,
});
export type LogEvent = v.InferOutput<typeof logEvent>;
/** `GET /api/v2/tickets/{id}/conversation_log` */
export const conversationLog = v.object({ events: v.array(logEvent), ...paging });

const person = v.object({ id, name: text, role: text });
export type User = v.InferOutput<typeof person>;
/** `GET /api/v2/users/{id}.json`; `role` end-user, agent or admin. */
export const user = v.object({ user: person });

const ticketComment = v.object({
  id,
  public: v.boolean(),
  created_at: text,
  author_id: v.nullish(id),
  html_body: text,
  plain_body: text,
  body: text,
  attachments,
});
export type Comment = v.InferOutput<typeof ticketComment>;
/** `GET /api/v2/tickets/{id}/comments.json?include=users` */
export const comments = v.object({
  comments: v.array(ticketComment),
  users: v.nullish(v.array(person)),
  ...paging,
});

const comment = v.object({
  body: text,
  html_body: text,
  public: v.nullish(v.boolean()),
  scoped_body: v.nullish(v.array(v.array(v.string()))),
});
/** `GET /api/v2/tickets/{id}/macros/{id}/apply.json` */
export const macroPreview = v.object({
  result: v.object({ ticket: v.nullish(v.object({ comment: v.nullish(comment) })), comment: v.nullish(comment) }),
});
