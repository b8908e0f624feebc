/**
 * Returns the milliseconds that this process has used a processor. Differences of it do not depend on what else the machine
 * does, unlike those of a clock.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
