/** Small, pure edits of session descriptions. */

/**
 * The `o=` session id: each RTCPeerConnection has its own and keeps it (RFC 8829 §5.2.1).
 * A different one means that the other side started afresh, for example after a reload.
 */
export function sessionIdOf(sdp: string): string {
  return /^o=\S+ (\S+)/m.exec(sdp)?.[1] ?? "";
}

/**
 * Asks the Opus encoder for `values` by writing them into the opus `fmtp` line (RFC 7587 §6.1),
 * and for packets of `ptime` milliseconds (RFC 8866 §6.4). On a remote description these
 * govern what this browser sends.
 */
export function withOpus(sdp: string, values: Readonly<Record<string, string | number>>, ptime?: number): string {
  const payload = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp)?.[1];
  if (!payload) return sdp;
  const line = new RegExp(`^a=fmtp:${payload} (.*)$`, "m");
  const known = line.exec(sdp)?.[1] ?? "";
  const merged = new Map(known.split(";").filter(Boolean).map(pair));
  for (const [name, value] of Object.entries(values)) merged.set(name, String(value));
  const fmtp = `a=fmtp:${payload} ${[...merged].map(([name, value]) => `${name}=${value}`).join(";")}`;
  const edited = known
    ? sdp.replace(line, fmtp)
    : sdp.replace(new RegExp(`^(a=rtpmap:${payload} .*)$`, "m"), `$1\r\n${fmtp}`);
  return ptime === undefined || /^a=ptime:/m.test(edited) ? edited : edited.replace(fmtp, `${fmtp}\r\na=ptime:${ptime}`);
}

function pair(text: string): [string, string] {
  const [name = "", value = ""] = text.trim().split("=");
  return [name, value];
}
