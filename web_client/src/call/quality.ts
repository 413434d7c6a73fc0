/** A plain word for a connection, from two readings of its statistics. */

export type Quality = "good" | "fair" | "poor";

export interface Reading {
  received: number;
  lost: number;
  roundTrip: number | null;
  /** Answers to connectivity checks so far; a live path has some every few seconds. */
  answers: number;
}

/** Sums what came in on a connection (`RTCInboundRtpStreamStats`, `RTCIceCandidatePairStats`). */
export function readingOf(report: Iterable<Record<string, unknown>>): Reading {
  const reading: Reading = { received: 0, lost: 0, roundTrip: null, answers: 0 };
  for (const entry of report) {
    if (entry["type"] === "inbound-rtp") {
      reading.received += Number(entry["packetsReceived"] ?? 0);
      reading.lost += Number(entry["packetsLost"] ?? 0);
    }
    if (entry["type"] === "candidate-pair" && entry["nominated"] === true && entry["state"] === "succeeded") {
      const seconds = entry["currentRoundTripTime"];
      if (typeof seconds === "number") reading.roundTrip = seconds;
      reading.answers = Number(entry["responsesReceived"] ?? 0);
    }
  }
  return reading;
}

export function qualityBetween(before: Reading, after: Reading): Quality {
  const received = after.received - before.received;
  const lost = Math.max(0, after.lost - before.lost);
  // Neither sound nor answers: without this, silence would look like a path that loses nothing.
  if (received <= 0 && after.answers === before.answers) return "poor";
  const share = received + lost > 0 ? lost / (received + lost) : 0;
  const trip = after.roundTrip ?? 0;
  if (share > 0.1 || trip > 0.6) return "poor";
  return share > 0.03 || trip > 0.3 ? "fair" : "good";
}
