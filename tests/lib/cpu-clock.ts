/** Starts a clock of this process's own time, ms, which other programs of the machine do not lengthen; each call says how much has passed. */
export function cpuClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}
