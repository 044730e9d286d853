import DOMPurify from 'dompurify';

/** What a reply may be made of. */
const allowedTags =
  'a b blockquote br code div em h1 h2 h3 h4 h5 h6 hr i li ol p pre s span strong sub sup table tbody td th thead tr u ul';

/** Addresses of the web, of mail and telephones, or a placeholder for one; none with marks that turn the direction of reading. */
const allowedLink = /^(?:(?:https?:\/\/|mailto:|tel:)[^\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+|\{\{[^{}]+\}\})$/i;

/**
 * HTML of a macro as it may be kept and shown: formatting, lists, tables and links to the web, to mail and to telephones;
 * nothing that runs, loads, styles or asks for input. Needs a document.
 */
export function sanitiseHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags.split(' '),
    ALLOWED_ATTR: ['href', 'dir'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: allowedLink,
  });
}
