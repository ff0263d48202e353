/**
 * The one place where text is read as markup. The content policy asks every such place for a trusted type
 * (`require-trusted-types-for 'script'`) and names who may give one (`trusted-types`): this, and public/first.js, which
 * gives none.
 */
/** What it gives is no string and is taken where one is asked for. */
interface Policies {
  createPolicy(
    name: string,
    rules: { readonly createHTML: (text: string) => string },
  ): { createHTML(text: string): string };
}

/** Absent where the browser has none: then there is only the rest of the policy. */
const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;

/** A document made of it by the parser is looked at and never shown: its scripts do not run, its pictures do not load. */
const pasted = policies?.createPolicy('pasted', { createHTML: (text) => text });

/** What another program put on the clipboard, as a document apart from the page. */
export function parsePasted(html: string): Document {
  return new DOMParser().parseFromString(pasted?.createHTML(html) ?? html, 'text/html');
}
