export function ScorecardScreen(): null {
  return null;
}
