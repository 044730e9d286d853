/** Shows a recorded page in this test's page as the browser would: its `html` attributes, title, body and shadow roots. */
export function openRecordedPage(html: string, address: string): void {
  const parsed = (Document as unknown as { parseHTMLUnsafe(html: string): Document }).parseHTMLUnsafe(html);
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of parsed.documentElement.attributes) root.setAttribute(name, value);
  document.title = parsed.title;
  const { pathname, search, hash } = new URL(address);
  history.pushState({}, '', pathname + search + hash);
  const body = document.adoptNode(parsed.body);
  body.prepend(...[...parsed.head.querySelectorAll('style')].map((style) => document.adoptNode(style)));
  document.body.replaceWith(body);
}
