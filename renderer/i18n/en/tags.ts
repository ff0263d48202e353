/** Words of tags on posts and cases. */
import { plural } from '../messages.ts';

const postsOf = (n: number): string => plural('en', n, { one: '1 post', other: `${n} posts` });
const casesOf = (n: number): string => plural('en', n, { one: '1 case', other: `${n} cases` });

export const tags = {
  label: 'Tags',
  tag: 'Tag',
  any: 'Any tag',
  kind: 'Kind',
  kinds: { topic: 'Topic', hashtag: 'Hashtag', partner: 'Partner', advocate: 'Advocate' },
  kindOf: (name: string) => `Kind of ${name}`,
  name: 'Name',
  new: 'New tag',
  posts: 'Posts',
  cases: 'Cases',
  postsOf: (n: number, name: string) => `${postsOf(n)} with ${name}`,
  casesOf: (n: number, name: string) => `${casesOf(n)} with ${name}`,
  of: (name: string) => `Tags of ${name}`,
  findOrMake: 'Find or make a tag',
  make: (name: string) => `Make “${name}”`,
  none: 'No tags yet: write a name.',
  menu: (name: string) => `More for ${name}`,
  rename: 'Rename…',
  renamed: (before: string, after: string) => `${before} is ${after} now`,
  find: 'Tag posts with this hashtag',
  found: (n: number) => (n === 0 ? 'No further post has this hashtag' : `${postsOf(n)} tagged`),
  remove: 'Remove',
  removed: (name: string) => `${name} removed`,
  empty: {
    title: 'No tags yet',
    text: 'Tag posts and cases by topic, hashtag, partner or advocate: then you see how each does beside the rest.',
  },
  compared: {
    label: (tag: string) => `${tag} beside the rest`,
    with: (tag: string) => `With ${tag}`,
    without: 'The rest',
    median: (metric: string, days: number) => `median ${metric} at ${days} days`,
    over: postsOf,
    none: 'too young to tell',
  },
};
