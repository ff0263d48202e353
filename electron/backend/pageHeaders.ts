/**
 * The headers both hosts send with every page and file of the renderer, and the policy the build writes into the
 * page itself as a second belt.
 *
 * Invariant: nothing is allowed that does not come from the app itself; no inline script or style, no network.
 */
const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  // Text becomes no elements; who may say otherwise: renderer/public/first.js, renderer/ui/markup.ts.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default pasted',
};

const written = Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`);

/** For the `<meta>` the build injects: `frame-ancestors` is only heeded in a header. */
export const metaPolicy: string = written.join('; ');

export const contentSecurityPolicy: string = [...written, "frame-ancestors 'none'"].join('; ');

/** Sent with every response of both hosts, whatever it carries. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
};
