/** Puts values into the places of one of the theme's strings: `%1`, `%2` … */
export function fill(template: string, ...values: (string | number)[]): string {
  return template.replaceAll(/%(\d)/g, (place, number: string) =>
    String(values[Number(number) - 1] ?? place),
  );
}
