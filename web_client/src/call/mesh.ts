/** All peer links of a call: one for each other participant who is present. */

import type { CandidateInit, ClientMessage, ParticipantView, ServerMessage } from "../wire.gen";
import { PeerLink, type LocalTracks, type PeerOptions } from "./peer";

export interface MeshOptions {
  self: string;
  iceServers: RTCIceServer[];
  send(message: ClientMessage): void;
  onStream(participant: string, stream: MediaStream | null): void;
  onConnection(participant: string, state: RTCPeerConnectionState): void;
  link?: (options: PeerOptions) => PeerLink;
}

export class Mesh {
  private readonly links = new Map<string, PeerLink>();
  private readonly away = new Set<string>();
  private tracks: LocalTracks = { audio: null, video: null };

  constructor(private readonly options: MeshOptions) {}

  /** Opens and closes links so that they match who is present. */
  follow(participants: readonly ParticipantView[], selfPresent: boolean): void {
    const wanted = new Map(participants.filter((other) => other.id !== this.options.self).map((other) => [other.id, other.presence]));
    for (const [id, presence] of wanted) {
      if (!selfPresent || (presence !== "present" && presence !== "away")) this.drop(id);
      else if (presence === "away") this.away.add(id);
      else this.present(id);
    }
    for (const id of [...this.links.keys()]) if (!wanted.has(id)) this.drop(id);
  }

  /**
   * After this browser's own reconnect: look for a new path on every link it leads, and on
   * those that carry nothing (the others need not have noticed that it was gone).
   */
  restart(): void {
    for (const [id, link] of this.links) if (!this.polite(id) || !link.connected) link.restart();
  }

  async replace(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
    await Promise.all([...this.links.values()].map((link) => link.replace(tracks)));
  }

  receive(message: Extract<ServerMessage, { type: "described" | "candidate_from" }>): void {
    const link = this.links.get(message.sender) ?? this.open(message.sender);
    if (message.type === "described") void link.receiveDescription(message.kind, message.sdp);
    else void link.receiveCandidate(message.candidate);
  }

  reports(): Array<[string, Promise<RTCStatsReport>]> {
    return [...this.links].map(([id, link]) => [id, link.stats()]);
  }

  close(): void {
    for (const id of [...this.links.keys()]) this.drop(id);
  }

  private polite(id: string): boolean {
    return this.options.self > id;
  }

  private present(id: string): void {
    const link = this.links.get(id);
    if (!link) this.open(id);
    else if (this.away.delete(id) && !this.polite(id)) link.restart();
  }

  private open(id: string): PeerLink {
    const { iceServers, send, onStream, onConnection } = this.options;
    const create = this.options.link ?? ((options: PeerOptions) => new PeerLink(options));
    const link = create({
      polite: this.polite(id),
      iceServers,
      signals: {
        describe: (kind, sdp) => send({ type: "describe", to: id, kind, sdp }),
        candidate: (candidate: CandidateInit) => send({ type: "candidate", to: id, candidate }),
      },
      onStream: (stream) => onStream(id, stream),
      onConnection: (state) => onConnection(id, state),
    });
    this.links.set(id, link);
    link.start(this.tracks);
    return link;
  }

  private drop(id: string): void {
    this.away.delete(id);
    const link = this.links.get(id);
    if (!link) return;
    this.links.delete(id);
    link.close();
    this.options.onStream(id, null);
  }
}
