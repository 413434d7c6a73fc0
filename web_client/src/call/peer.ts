/**
 * One peer-to-peer connection to another participant, by perfect negotiation
 * (W3C WebRTC §10.7). The impolite side makes the first offer; the polite side yields
 * when offers collide, and offers itself only if none has come for a while.
 */

import type { CandidateInit } from "../wire.gen";
import { sessionIdOf } from "./sdp";

export interface PeerSignals {
  describe(kind: "offer" | "answer", sdp: string): void;
  candidate(candidate: CandidateInit): void;
}

export interface PeerOptions {
  polite: boolean;
  iceServers: RTCIceServer[];
  signals: PeerSignals;
  /** The remote tracks so far; called again whenever one is added. */
  onStream(stream: MediaStream): void;
  onConnection(state: RTCPeerConnectionState): void;
  create?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

export interface LocalTracks {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
}

/** How long the polite side waits for the first offer before it makes one. */
export const POLITE_PATIENCE_MS = 3000;
/** How long a path that fell silent may come back by itself before another is looked for. */
export const SILENCE_MS = 1000;
/** How long a new path has to be found before the search begins anew. */
export const SEARCH_MS = 8000;
/** Descriptions that can't be applied before the link gives up (the next presence change tries anew). */
const MAX_FAILURES = 5;

export class PeerLink {
  private connection!: RTCPeerConnection;
  private stream!: MediaStream;
  private makingOffer = false;
  private ignoringOffer = false;
  private remoteId = "";
  private early: CandidateInit[] = [];
  private patience: ReturnType<typeof setTimeout> | undefined;
  private mending: ReturnType<typeof setTimeout> | undefined;
  private tracks: LocalTracks = { audio: null, video: null };
  private closed = false;
  private failures = 0;
  /** Descriptions are applied one after the other, in the order they arrived. */
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly options: PeerOptions) {
    this.fresh();
  }

  start(tracks: LocalTracks): void {
    this.tracks = tracks;
    if (!this.options.polite) this.prepareSenders();
    else this.patience = setTimeout(() => this.prepareSenders(), POLITE_PATIENCE_MS);
  }

  /** Sends other tracks from now on, without a new negotiation. */
  async replace(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
    await this.attach();
  }

  /** Finds a new path after a network change, or reaches a page that has come back. */
  restart(): void {
    const { connection } = this;
    if (connection.signalingState === "closed" || connection.getTransceivers().length === 0) return;
    // An offer nobody answers keeps the browser from making another: the one who left never read it.
    if (connection.signalingState === "have-local-offer") this.sendLocal(connection);
    else connection.restartIce();
  }

  /** Whether packets pass, as far as the browser knows. */
  get connected(): boolean {
    return this.connection.connectionState === "connected";
  }

  receiveDescription(kind: RTCSdpType, sdp: string): Promise<void> {
    this.queue = this.queue.then(() => this.describe(kind, sdp)).catch((error: unknown) => this.broken(error));
    return this.queue;
  }

  receiveCandidate(candidate: CandidateInit): Promise<void> {
    this.queue = this.queue.then(() => this.addCandidate(candidate));
    return this.queue;
  }

  private async addCandidate(candidate: CandidateInit): Promise<void> {
    if (!this.connection.remoteDescription) {
      this.early.push(candidate);
      return;
    }
    try {
      await this.connection.addIceCandidate(candidate);
    } catch (error) {
      // Candidates of an offer that was ignored fail by design; others of a past generation are harmless.
      if (!this.ignoringOffer) console.debug("candidate not used", (error as Error).name);
    }
  }

  stats(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.patience);
    clearTimeout(this.mending);
    this.connection.close();
  }

  private fresh(): void {
    const create = this.options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    const connection = create({ iceServers: this.options.iceServers, bundlePolicy: "max-bundle" });
    this.connection = connection;
    this.stream = new MediaStream();
    this.makingOffer = this.ignoringOffer = false;
    this.remoteId = "";
    connection.onnegotiationneeded = () => void this.offer(connection);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) this.options.signals.candidate(candidateInit(candidate));
    };
    connection.ontrack = ({ track }) => {
      this.stream.addTrack(track);
      this.options.onStream(this.stream);
    };
    connection.onconnectionstatechange = () => this.changed(connection);
  }

  private changed(connection: RTCPeerConnection): void {
    if (connection !== this.connection || this.closed) return;
    const state = connection.connectionState;
    this.options.onConnection(state);
    if (state === "connected") {
      this.failures = 0;
      clearTimeout(this.mending);
    }
    // The polite side leaves the first try to the other: two offers at once cost both time.
    if (state === "disconnected") this.mendIn(this.options.polite ? 2 * SILENCE_MS : SILENCE_MS);
    if (state === "failed") this.mend();
  }

  private mend(): void {
    if (this.closed || this.connected) return;
    this.restart();
    this.mendIn(SEARCH_MS);
  }

  private mendIn(milliseconds: number): void {
    clearTimeout(this.mending);
    this.mending = setTimeout(() => this.mend(), milliseconds);
  }

  private async offer(connection: RTCPeerConnection): Promise<void> {
    if (connection !== this.connection) return;
    try {
      this.makingOffer = true;
      await connection.setLocalDescription();
      this.sendLocal(connection);
    } catch (error) {
      this.broken(error);
    } finally {
      this.makingOffer = false;
    }
  }

  private async describe(kind: RTCSdpType, sdp: string): Promise<void> {
    if (kind === "rollback" || this.closed) return;
    clearTimeout(this.patience);
    const other = sessionIdOf(sdp);
    if (this.remoteId && other !== this.remoteId) {
      this.rebuild();
      if (kind === "answer") {
        // Their connection is new, ours was not: begin again with an offer of our own.
        this.prepareSenders();
        return;
      }
    }
    const { connection } = this;
    if (kind === "answer" && connection.signalingState !== "have-local-offer") return;
    const collision = kind === "offer" && (this.makingOffer || connection.signalingState !== "stable");
    this.ignoringOffer = !this.options.polite && collision;
    if (this.ignoringOffer) {
      // Their page may be newer than our offer: say it again, an offer heard twice does no harm.
      if (!this.makingOffer) this.sendLocal(connection);
      return;
    }
    await connection.setRemoteDescription({ type: kind, sdp });
    this.remoteId = other;
    await this.flushCandidates();
    if (kind === "offer") await this.answer(connection);
  }

  private async answer(connection: RTCPeerConnection): Promise<void> {
    await this.attach();
    await connection.setLocalDescription();
    this.sendLocal(connection);
  }

  private sendLocal(connection: RTCPeerConnection): void {
    const description = connection.localDescription;
    if (!description || connection !== this.connection) return;
    this.options.signals.describe(description.type as "offer" | "answer", description.sdp);
  }

  private rebuild(): void {
    this.connection.close();
    this.fresh();
  }

  private prepareSenders(): void {
    if (this.closed || this.connection.getTransceivers().length > 0) return;
    for (const kind of ["audio", "video"] as const) {
      const transceiver = this.connection.addTransceiver(kind, { direction: "sendrecv" });
      void transceiver.sender.replaceTrack(this.tracks[kind]);
    }
  }

  /** Puts the local tracks on the first audio and the first video transceiver. */
  private async attach(): Promise<void> {
    for (const kind of ["audio", "video"] as const) {
      const transceiver = this.connection.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
      if (!transceiver || transceiver.direction === "stopped") continue;
      if (transceiver.direction !== "sendrecv") transceiver.direction = "sendrecv";
      await transceiver.sender.replaceTrack(this.tracks[kind]);
    }
  }

  private async flushCandidates(): Promise<void> {
    const held = this.early;
    this.early = [];
    for (const candidate of held) await this.addCandidate(candidate);
  }

  /** A description that could not be applied: start afresh rather than stay half connected. */
  private broken(error: unknown): void {
    if (this.closed || ++this.failures > MAX_FAILURES) return;
    console.debug("negotiation restarted", (error as Error).name);
    this.rebuild();
    if (!this.options.polite) this.prepareSenders();
  }
}

export function candidateInit(candidate: RTCIceCandidate): CandidateInit {
  const { candidate: line, sdpMid, sdpMLineIndex, usernameFragment } = candidate.toJSON();
  return {
    candidate: line ?? "",
    sdpMid: sdpMid ?? null,
    sdpMLineIndex: sdpMLineIndex ?? null,
    usernameFragment: usernameFragment ?? null,
  };
}
