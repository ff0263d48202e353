/** Tags on posts and cases: put on in place, kept in order in a view of the journal. */
export { TagFilter } from './TagFilter.tsx';
export { tagName } from './tagName.ts';
export { TagPicker } from './TagPicker.tsx';
export { TagsView } from './TagsView.tsx';
