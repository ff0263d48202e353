export { PreviewBody, Split, TakeFoot } from './Body.tsx';
export { Card, CardFacts, CardName } from './Card.tsx';
export { EffectPart, EffectWarning, Effects, Fact, Facts } from './Effects.tsx';
export { Cell, GroupHead, Line } from './Line.tsx';
export type { LinePlace } from './Line.tsx';
export { LINE_HEIGHT, LinePanel, LineTable } from './LineTable.tsx';
