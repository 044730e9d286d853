/** Gives the agent a JSON file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox still reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
