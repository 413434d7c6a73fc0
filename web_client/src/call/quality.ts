/** A plain word for a connection, from two readings of its statistics. */

export type Quality = "good" | "fair" | "poor";

export interface Reading {
  received: number;
  lost: number;
  roundTrip: number | null;
}

/** Sums what came in on a connection (`RTCInboundRtpStreamStats`, `RTCIceCandidatePairStats`). */
export function readingOf(report: Iterable<Record<string, unknown>>): Reading {
  const reading: Reading = { received: 0, lost: 0, roundTrip: null };
  for (const entry of report) {
    if (entry["type"] === "inbound-rtp") {
      reading.received += Number(entry["packetsReceived"] ?? 0);
      reading.lost += Number(entry["packetsLost"] ?? 0);
    }
    if (entry["type"] === "candidate-pair" && entry["nominated"] === true && entry["state"] === "succeeded") {
      const seconds = entry["currentRoundTripTime"];
      if (typeof seconds === "number") reading.roundTrip = seconds;
    }
  }
  return reading;
}

export function qualityBetween(before: Reading, after: Reading): Quality {
  const received = after.received - before.received;
  const lost = Math.max(0, after.lost - before.lost);
  const share = received + lost > 0 ? lost / (received + lost) : 0;
  const trip = after.roundTrip ?? 0;
  if (share > 0.1 || trip > 0.6) return "poor";
  return share > 0.03 || trip > 0.3 ? "fair" : "good";
}
