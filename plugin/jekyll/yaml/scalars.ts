const [yes, no, nil] = [/^(yes|true|on)$/i, /^(no|false|off)$/i, /^(~|null)?$/i];
const time =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?(?:\s*(Z|[-+]\d{1,2}(?::?\d\d)?))?$/;
const day = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;
const float = /^[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?$/;
const integer = /^([-+]?)(?:0b([0-1_,]+)|0([0-7_,]+)|(0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|0x([0-9a-fA-F_,]+))$/;
const base60 = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}(\.[0-9_]*)?$/;

/** Converts a plain scalar to the value that Ruby reads. */
export function rubyScalar(text: string): unknown {
  if (nil.test(text)) return null;
  if (yes.test(text)) return true;
  if (no.test(text)) return false;
  // Most texts start with a letter.
  if (!/^[-+.\d]/.test(text)) return text;
  return rubyDate(text) ?? rubyNumber(text) ?? text;
}

/** A date without a time: midnight in UTC. Ruby has a type of its own for it. */
export class RubyDay extends Date {}

function rubyDate(text: string): Date | undefined {
  const [, year, month, date, hour = 0, minute = 0, second = 0, fraction = "", zone = "Z"] =
    time.exec(text) ?? day.exec(text) ?? [];
  if (!year || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // Without this, 30 February is a day of March.
  if (Number(date) < 1 || new Date(midnight).getUTCDate() !== Number(date)) return undefined;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const [, sign = "", hours = 0, minutes = 0] = /^([-+])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? [];
  if (hour === 0) return new RubyDay(midnight);
  const offset = Number(`${sign}1` || 1) * (Number(hours) * 60 + Number(minutes)) * 60;
  return new Date(midnight + (seconds - offset) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3)));
}

function rubyNumber(text: string): number | undefined {
  if (/^\+?\.inf$/i.test(text)) return Number.POSITIVE_INFINITY;
  if (/^-\.inf$/i.test(text)) return Number.NEGATIVE_INFINITY;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  if (base60.test(text)) {
    const parts = text.replaceAll("_", "").split(":").map(Number);
    // Hours come first, even without seconds.
    return parts.reduce((sum, part, at) => sum + part * 60 ** Math.abs(at - 2), 0);
  }
  if (float.test(text)) return /^[-+]?\.$/.test(text) ? undefined : Number(text.replaceAll(/[,_]/g, ""));
  const [, sign = "", binary, octal, decimal, hexadecimal] = integer.exec(text) ?? [];
  const found = (
    [
      [binary, 2],
      [octal, 8],
      [decimal, 10],
      [hexadecimal, 16],
    ] as const
  ).find(([digits]) => digits !== undefined);
  if (!found?.[0]) return undefined;
  return Number.parseInt(sign + found[0].replaceAll(/[,_]/g, ""), found[1]);
}
