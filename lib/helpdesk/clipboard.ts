/** Leaves a reply on the clipboard, as text and, where `html` is given, with its formatting; false where that is not allowed. */
export async function copyToClipboard(content: { text: string; html?: string }): Promise<boolean> {
  const { text, html } = content;
  try {
    const types = {
      'text/plain': new Blob([text], { type: 'text/plain' }),
      ...(html === undefined ? {} : { 'text/html': new Blob([html], { type: 'text/html' }) }),
    };
    await navigator.clipboard.write([new ClipboardItem(types)]);
    return true;
  } catch {
    // No permission or no focus: the older way needs neither, only a recent key press or click.
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', fill, { capture: true, once: true });
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', fill, { capture: true });
    return isCopied;
  }
}
