import { IANAZone, Info, type Zone } from "luxon";
import { memoize } from "./memoize.js";

/**
 * A time zone that caches its UTC offsets. Luxon computes an offset by formatting the whole date with Intl, the slowest
 * step in handling a post's date.
 */
class CachedZone extends IANAZone {
  readonly #offset = memoize((time: number) => super.offset(time));

  override offset(time: number): number {
    return this.#offset(time);
  }
}

/** Returns the time zone of an IANA name, the same object each time. */
export const zoneOf = memoize((name: string): Zone => {
  const zone = Info.normalizeZone(name);
  return zone instanceof IANAZone ? new CachedZone(name) : zone;
});
