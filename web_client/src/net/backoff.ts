/** Seconds to wait before the nth attempt to reconnect: doubling, capped, spread by `random` (0..1). */
export function backoffSeconds(attempt: number, random: number): number {
  const ceiling = Math.min(10, 0.5 * 2 ** attempt);
  return ceiling * (0.5 + random / 2);
}
