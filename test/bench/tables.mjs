// Tables of figures as Markdown.
export const number = (value, digits = 0) =>
  value.toLocaleString('en', { maximumFractionDigits: digits });
export const share = (value) => `${number(value * 100)} %`;

export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
