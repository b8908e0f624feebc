import { IANAZone, Info, type Zone } from "luxon";
import { memoize } from "./memoize.js";

/**
 * A time zone that keeps how far it is from UTC at a moment: to know it, Luxon has Intl write the whole date, which takes
 * longer than all else about the date of a post.
 */
class RememberingZone extends IANAZone {
  readonly #offset = memoize((time: number) => super.offset(time));

  override offset(time: number): number {
    return this.#offset(time);
  }
}

/** The time zone of a name, as IANA has it: the same one each time. */
export const zoneOf = memoize((name: string): Zone => {
  const zone = Info.normalizeZone(name);
  return zone instanceof IANAZone ? new RememberingZone(name) : zone;
});
