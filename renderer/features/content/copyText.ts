/**
 * Copies a text from within a click. By the document's own copy event: the window grants no permission to anything, and
 * the newer clipboard interface would need one.
 */
export function copyText(text: string): void {
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', write, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', write);
}
