/** Gives the agent a file, JSON unless `type` says another. */
export function download(name: string, text: string, type = 'application/json'): void {
  save(name, new Blob([text], { type }));
}

/** Gives the agent a ZIP. */
export function downloadArchive(name: string, bytes: Uint8Array): void {
  save(name, new Blob([bytes.slice()], { type: 'application/zip' }));
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox still reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
