/**
 * Reddit's data request: what one account wrote. There is no export of a community's figures.
 *
 * Texts of the account's own comments are items too (of the type `comment`); its address is left out.
 */
import { column, ignored, must, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

const common: readonly ColumnSpec[] = [
  column('id', 'id', must),
  column('link', 'permalink', must),
  column('date', 'date', must),
  column('personal', 'ip'),
  column('ignored', 'gildings', { ...must, ...telling }),
  ignored('subreddit'),
];

const posts: Signature = {
  platform: 'reddit',
  report: 'posts',
  kind: 'content',
  network: 'reddit',
  confidence: 'documented',
  itemType: 'post',
  columns: [...common, column('title', 'title', must), column('title', 'body'), ignored('url')],
  example: {
    file: 'posts.csv',
    text: `id,permalink,date,ip,subreddit,gildings,title,url,body
aa11,https://www.reddit.com/r/acme/comments/aa11/hello/,2026-10-01 10:30:00 UTC,203.0.113.9,acme,0,Hello,,First post
bb22,https://www.reddit.com/r/acme/comments/bb22/news/,2026-10-15 08:00:00 UTC,203.0.113.9,acme,0,News,https://example.com/news,
`,
    sums: {},
    items: 2,
    network: 'reddit',
    language: 'en',
  },
};

const comments: Signature = {
  platform: 'reddit',
  report: 'comments',
  kind: 'content',
  network: 'reddit',
  confidence: 'documented',
  itemType: 'comment',
  columns: [
    ...common,
    column('title', 'body', must),
    column('ignored', 'parent', must),
    ignored('link', 'media'),
  ],
  example: {
    file: 'comments.csv',
    text: `id,permalink,date,ip,subreddit,gildings,link,parent,body,media
cc33,https://www.reddit.com/r/acme/comments/aa11/hello/cc33/,2026-10-02 11:00:00 UTC,203.0.113.9,acme,0,https://www.reddit.com/r/acme/comments/aa11/hello/,dd44,"Thanks, glad you like it",
`,
    sums: {},
    items: 1,
    network: 'reddit',
    language: 'en',
  },
};

export const reddit: readonly Signature[] = [posts, comments];
