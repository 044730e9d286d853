/** Gives the agent a file, JSON unless `type` says another. */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox still reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
