/** Thirty and some spellings of "a file outside the renderer", as URL paths. */
export const traversals: readonly string[] = [
  '/../secret.txt', '/../../secret.txt', '/../../../../../../etc/passwd', '/assets/../../secret.txt', '/./../secret.txt',
  '/..%2fsecret.txt', '/..%2Fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/%2E%2E/secret.txt', '/.%2e/secret.txt',
  '/%252e%252e%252fsecret.txt', '/%c0%ae%c0%ae/secret.txt', '/%e0%80%ae%e0%80%ae/secret.txt', '/..%c0%afsecret.txt',
  '/..\\secret.txt', '/..%5csecret.txt', '/..%5c..%5csecret.txt', '/assets\\..\\..\\secret.txt', '/....//secret.txt', '/..;/secret.txt',
  '//etc/passwd.txt', '/assets//app.js', '/index.html/../../secret.txt', '/index.html%00.js', '/secret.txt%00', '/assets/',
  '/C:/Windows/win.ini', '/C:%5cWindows%5cwin.ini', '/file:///etc/passwd', '/~root/.ssh/id_rsa', '/.env', '/.git/config',
  '/assets/.', '/assets/..', '/index.html.', '/INDEX.HTML', '/index.html::$DATA', '/notes.secret', '/proc/self/environ.txt',
].filter((probe) => probe !== '/assets/');
