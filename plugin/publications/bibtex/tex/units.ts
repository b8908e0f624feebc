/** The symbols of siunitx's units and prefixes. @see https://ctan.org/pkg/siunitx */
const pairs =
  "meter m metre m m m second s s s gram g g g kilogram kg kg kg ampere A kelvin K K K mole mol mol mol candela cd hertz Hz Hz Hz newton N pascal Pa Pa Pa joule J J J watt W W W coulomb C volt V V V farad F ohm Ω siemens S weber Wb tesla T henry H celsius °C degreeCelsius °C lumen lm lux lx becquerel Bq gray Gy sievert Sv katal kat radian rad steradian sr minute min min min hour h h h day d degree ° arcminute ′ arcsecond ″ liter L litre l l l L L tonne t hectare ha electronvolt eV eV eV eVperc eV/c dalton Da bar bar decibel dB dB dB bel B neper Np percent % parsec pc pc pc au au astronomicalunit au angstrom Å bit bit byte B barn b knot kn mmHg mmHg year a lightyear ly jansky Jy Jy Jy solarmass M⊙ molar M px px fs fs ps ps ns ns ms ms nm nm um µm mm mm cm cm dm dm km km mg mg ug µg mV mV kV kV mW mW kW kW MW MW GW GW mA mA uA µA kHz kHz MHz MHz GHz GHz THz THz kPa kPa MPa MPa GPa GPa kJ kJ MJ MJ kWh kWh meV meV keV keV MeV MeV GeV GeV TeV TeV ml ml mL mL ul µl uL µL";

/** The prefixes, which have no space before their unit. */
const prefixPairs =
  "quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro µ milli m centi c deci d deca da deka da hecto h kilo k mega M giga G tera T peta P exa E zetta Z yotta Y ronna R quetta Q kibi Ki mebi Mi gibi Gi tebi Ti";

function mapOf(words: string): ReadonlyMap<string, string> {
  const list = words.split(" ");
  return new Map(
    list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? ""] as const] : [])),
  );
}

const units = mapOf(pairs);
const prefixes = mapOf(prefixPairs);

/** Commands before a unit that set its power, and those after it. */
const powersBefore: ReadonlyMap<string, number> = new Map([
  ["square", 2],
  ["cubic", 3],
]);
const powersAfter: ReadonlyMap<string, number> = new Map([
  ["squared", 2],
  ["cubed", 3],
]);

const parts = /\\([A-Za-z]+)\s*|\^\s*(?:\{\s*([+-]?\d+)\s*\}|([+-]?\d))|([.~])|([^\\{}^.~\s]+)/g;

const raised = (power: number): string =>
  power === 1 ? "" : `<sup>${String(power).replace("-", "−")}</sup>`;

/** Returns a unit of siunitx in CSL's markup: `\kilo\meter\per\second` is "km s⁻¹". */
export function unitText(source: string): string {
  const list: { symbol: string; power: number }[] = [];
  let [prefix, power, sign] = ["", 1, 1];
  const add = (symbol: string): void => {
    list.push({ symbol: prefix + symbol, power: power * sign });
    [prefix, power, sign] = ["", 1, 1];
  };
  const raise = (by: number): void => {
    const last = list.at(-1);
    if (last) last.power *= by;
  };
  // `\tothe{3}` and `\raiseto{3}`
  const powers = source
    .replace(/\\tothe\s*\{([^{}]{0,9})\}/g, "^{$1}")
    .replace(/\\raiseto\s*\{[^{}]{0,9}\}/g, "");
  for (const [, name, braced, digit, dot, text] of powers.matchAll(parts)) {
    if (name !== undefined) {
      if (name === "per") sign = -1;
      else if (prefixes.has(name)) prefix += prefixes.get(name);
      else if (powersBefore.has(name)) power = powersBefore.get(name) ?? 1;
      else if (powersAfter.has(name)) raise(powersAfter.get(name) ?? 1);
      else add(units.get(name) ?? name);
    } else if (braced !== undefined || digit !== undefined) raise(Number(braced ?? digit));
    else if (dot === undefined && text !== undefined) add(text.replace("$", ""));
  }
  return list.map(({ symbol, power: each }) => symbol + raised(each)).join(" ");
}

/** Returns a number of siunitx in CSL's markup: `1e5` is "1 × 10⁵", `1 +- 2` "1 ± 2". */
export function numberText(source: string): string {
  return source
    .replace(/\\(?:pm|pmin)(?![A-Za-z])\s*|\+-/g, " ± ")
    .replace(/\\(?:times|cdot)(?![A-Za-z])\s*/g, "×")
    .replace(/\\[A-Za-z]+\s*|[\\{}$]/g, "")
    .replace(/^\s*([^eEdD]{0,100})[eEdD]\s*([+-]?\d{1,9})\s*$/, (_, base: string, exponent: string) => {
      const power = `10<sup>${exponent.replace("-", "−").replace("+", "")}</sup>`;
      return base.trim() === "" ? power : `${base.trim()} × ${power}`;
    })
    .replace(/(?<![\w.])-(?=\d)/g, "−")
    .trim();
}

/** Returns an angle of siunitx: `1;2;3` is 1°2′3″. */
export const angleText = (source: string): string =>
  numberText(source)
    .split(";")
    .slice(0, 3)
    .map((part, index) => (part.trim() ? part.trim() + "°′″".charAt(index) : ""))
    .join("");
