export function ImportScreen(): null {
  return null;
}
