export function ExplorerScreen(): null {
  return null;
}
