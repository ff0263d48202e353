// Runs before every module of a page, as it stands here.

// The validator tries whether it may make code of text, and then does. It may not (script-src), and asking is reported.
globalThis.__zod_globalConfig = { jitless: true };

// Text never becomes elements: the content policy asks for a trusted type wherever it could. The chart library empties
// elements by giving them the empty text; all other text is refused. The one exception is in ui/markup.ts.
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
