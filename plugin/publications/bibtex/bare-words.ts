import { suggester } from "../../utils/errors.js";
import type { Report } from "../../utils/report.js";
import { isPublicField } from "./public-fields.js";
import type { RawEntry, RawField } from "./split.js";
import { isLiteral, isMonth, valueParts } from "./strings.js";
import { privateFields } from "./theme-field-names.js";

const isSwitch = (word: string): boolean => /^(?:true|false|yes|no|on|off)$/i.test(word);
const isNumber = (word: string): boolean => /^\d/.test(word);
const isRoman = (word: string): boolean => /^[ivxlcdm]+$/i.test(word);
/** A word in the manner of names of strings: `ACM`, `PHYS_REV`. */
const isUpperCase = (word: string): boolean => /^[A-Z][A-Z\d_.:-]+$/.test(word);

/** How often a word may stand where a string may, without being taken for one. */
const maxUses = 1;

/**
 * Reports words that stand without braces or quotes and that no `@string` defines: `journal = ACM`, `volume = IV`. They are
 * shown as written. Once for each field and file for a word, and once for each word that looks like the name of a string.
 */
export class BareWords {
  private readonly reported = new Set<string>();
  private readonly suggest = suggester(() => [...this.strings.keys()]);
  private uses: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly file: string,
    private readonly entries: readonly RawEntry[],
    private readonly strings: ReadonlyMap<string, string>,
    private readonly report: Report,
  ) {}

  check({ name, value, line }: RawField, key: string): void {
    if (isLiteral(value) || !(isPublicField(name) || privateFields.has(name))) return;
    for (const word of this.unknownWords(name, value)) this.reportWord(word, name, key, line);
  }

  private unknownWords(name: string, value: string): string[] {
    if (/\s/.test(value) && !/[{}"#]/.test(value)) return [value];
    return valueParts(value).flatMap(({ text, isName }) =>
      !isName ||
      isNumber(text) ||
      isSwitch(text) ||
      this.strings.has(text.toLowerCase()) ||
      isMonth(name, text)
        ? []
        : [text],
    );
  }

  private reportWord(word: string, name: string, key: string, line: number): void {
    const place = `field "${name}" of publication "${key}" in ${this.file}:${line}`;
    const near = /\s/.test(word) ? "" : this.suggest(word);
    const isString =
      !/\s/.test(word) &&
      (near !== "" || (!isRoman(word) && (isUpperCase(word) || this.usesOf(word) > maxUses)));
    // Not one message for each of 40 entries.
    const id = isString ? `@${word.toLowerCase()}` : name;
    if (this.reported.has(id)) return;
    this.reported.add(id);
    if (isString) {
      this.report.problems.push(
        `${place} uses an unknown @string: ${JSON.stringify(word)}; it is shown as written.${near}`,
      );
    } else {
      this.report.hints.push(
        `${place} has no braces around its text: ${JSON.stringify(word)}; it is shown as written. Write {${word}}.`,
      );
    }
  }

  /** Returns how often a word stands in the file without braces, in fields that are read. */
  private usesOf(word: string): number {
    if (!this.uses) {
      const uses = new Map<string, number>();
      const fields = this.entries.flatMap((entry) => (entry.type === "string" ? [] : entry.fields));
      for (const { name, value } of fields) {
        if (isLiteral(value)) continue;
        for (const unknown of this.unknownWords(name, value)) {
          const id = unknown.toLowerCase();
          uses.set(id, (uses.get(id) ?? 0) + 1);
        }
      }
      this.uses = uses;
    }
    return this.uses.get(word.toLowerCase()) ?? 0;
  }
}
