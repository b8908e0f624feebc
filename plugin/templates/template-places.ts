/** Gives each name a place in lists, the same for all templates: first come, first served. */
export class Places {
  /** The names, each at its place. */
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  /** Returns the place of a name. */
  readonly of = (name: string): number => {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.names.length);
    return this.names.push(name) - 1;
  };
}
