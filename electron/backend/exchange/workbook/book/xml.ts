/** Text for XML: markup escaped, characters that XML 1.0 cannot hold left out. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- exactly these are not allowed in XML
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[<>&"]/g, (c) => (c === '<' ? '&lt;' : c === '>' ? '&gt;' : c === '&' ? '&amp;' : '&quot;'))
      .toWellFormed()
  );
}

/**
 * Text for a worksheet's `<f>`, `<v>` and `<t>`, as the library writes it: control characters, which XML cannot
 * hold, as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). Quotes and line breaks need no escape there.
 */
export function escapeCellText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these need an escape
  if (!/[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/.test(text)) return text;
  return text.toWellFormed().replace(
    // oxlint-disable-next-line no-control-regex -- exactly these need an escape
    /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
    (c) => {
      switch (c) {
        case '&':
          return '&amp;';
        case '<':
          return '&lt;';
        case '>':
          return '&gt;';
        default:
          return `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      }
    },
  );
}
