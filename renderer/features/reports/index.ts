export function ReportsScreen(): null {
  return null;
}
