/** Replaces the placeholders of a UI string, `%1`, `%2` …, by values. */
export function fill(template: string, ...values: (string | number)[]): string {
  return template.replaceAll(/%(\d)/g, (placeholder, number: string) =>
    String(values[Number(number) - 1] ?? placeholder),
  );
}
