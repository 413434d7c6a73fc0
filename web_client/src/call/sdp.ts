/** What is read from session descriptions. */

/**
 * The `o=` session id: each RTCPeerConnection has its own and keeps it (RFC 8829 §5.2.1).
 * A different one means that the other side started afresh, for example after a reload.
 */
export function sessionIdOf(sdp: string): string {
  return /^o=\S+ (\S+)/m.exec(sdp)?.[1] ?? "";
}
