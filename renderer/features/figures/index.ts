export function FiguresScreen(): null {
  return null;
}
