import { IANAZone, Info, type Zone } from "luxon";

/**
 * A time zone that keeps how far it is from UTC at a moment: to know it, Luxon has Intl write the whole date, which takes
 * longer than all else about the date of a post.
 */
class RememberingZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(time: number): number {
    let minutes = this.#offsets.get(time);
    if (minutes === undefined) {
      minutes = super.offset(time);
      this.#offsets.set(time, minutes);
    }
    return minutes;
  }
}

const zones = new Map<string, Zone>();

/** The time zone of a name, as IANA has it: the same one each time. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    zone = Info.normalizeZone(name);
    if (zone instanceof IANAZone) zone = new RememberingZone(name);
    zones.set(name, zone);
  }
  return zone;
}
