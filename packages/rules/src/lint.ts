export interface LintFinding {
  severity: 'error' | 'warning' | 'advice';
}
export function lint(): LintFinding[] {
  return [];
}
