import * as v from 'valibot';

/** Shapes of Freshdesk's v2 answers: only what is read, everything else and every `null` let through. */
const text = v.nullish(v.string());
const named = v.object({ id: v.number(), name: text });

/** `GET /api/v2/solutions/categories` */
export const categories = v.array(named);
const folder = v.object({ id: v.number(), name: text, visibility: v.nullish(v.number()) });
/** `GET /api/v2/solutions/categories/{id}/folders`; `visibility` 1 all, 2 signed in, 3 agents, 4 chosen companies. */
export const folders = v.array(folder);
const article = v.object({
  id: v.number(),
  title: text,
  description: text,
  status: v.nullish(v.number()),
  tags: v.nullish(v.array(v.string())),
  updated_at: text,
});
export type Article = v.InferOutput<typeof article>;
/** `GET /api/v2/solutions/folders/{id}/articles`; `status` 1 draft, 2 published. */
export const articles = v.array(article);

/** `GET /api/v2/canned_response_folders` */
export const cannedFolders = v.array(named);
const cannedResponse = v.object({ id: v.number(), title: text, content: text, content_html: text, updated_at: text });
export type CannedResponse = v.InferOutput<typeof cannedResponse>;
/** `GET /api/v2/canned_response_folders/{id}/responses` */
export const cannedResponses = v.array(cannedResponse);

const attachments = v.nullish(v.array(v.object({ name: text })));
export type Attachments = v.InferOutput<typeof attachments>;

/** `GET /api/v2/tickets/{id}?include=requester`; `source` 1 mail, 2 portal, 3 phone, 7 chat, 9 feedback, 10 outbound mail. */
export const ticket = v.object({
  subject: text,
  description: text,
  description_text: text,
  source: v.nullish(v.number()),
  created_at: text,
  requester_id: v.nullish(v.number()),
  requester: v.nullish(v.object({ name: text, email: text })),
  tags: v.nullish(v.array(v.string())),
  attachments,
});
export type Ticket = v.InferOutput<typeof ticket>;
const conversation = v.object({
  id: v.number(),
  body: text,
  body_text: text,
  incoming: v.nullish(v.boolean()),
  private: v.nullish(v.boolean()),
  user_id: v.nullish(v.number()),
  auto_response: v.nullish(v.boolean()),
  deleted: v.nullish(v.boolean()),
  attachments,
  created_at: text,
});
export type Conversation = v.InferOutput<typeof conversation>;
/** `GET /api/v2/tickets/{id}/conversations` */
export const conversations = v.array(conversation);

/** The interface's own API wraps what v2 gives bare; fields are the same and more. */
export const ownTicket = v.pipe(
  v.object({ ticket }),
  v.transform((answer) => answer.ticket),
);
/** As {@link ownTicket}, for conversations. */
export const ownConversations = v.pipe(
  v.object({ conversations }),
  v.transform((answer) => answer.conversations),
);
