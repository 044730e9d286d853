/** True for addresses on which a helpdesk may be added: pages of the web, not of the browser or of files. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\/[^/]/.test(url) && URL.canParse(url);
}

/** The match pattern of an origin. Without its port, which patterns of some browsers cannot carry: the script itself looks closer. */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
