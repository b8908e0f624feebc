/**
 * Returns the time of the build: `SOURCE_DATE_EPOCH`, by which builds are repeated with the same result, else the current time.
 *
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function buildTime(): Date {
  const seconds = process.env.SOURCE_DATE_EPOCH ?? "";
  return /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date();
}
