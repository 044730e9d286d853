/** The name of a layout report's file, e.g. `deskside-layout-zendesk-2026-11-29.json`. */
export function layoutFileName(helpdesk: string): string {
  return `deskside-layout-${helpdesk}-${new Date().toISOString().slice(0, 10)}.json`;
}
