/**
 * The audio leg: this browser's own microphone, once more and audio only, to a media
 * worker. It exists only between `leg_open` and `leg_close`, and `stop()` ends it at
 * once without asking anybody: off the record means that nothing leaves the browser.
 */

import type { ClientMessage } from "../wire.gen";
import { candidateInit } from "./peer";

/** How long a silent path may come back by itself before the leg is offered anew. */
export const LEG_SILENCE_MS = 500;

export interface LegOptions {
  track: string;
  microphone: MediaStreamTrack | null;
  iceServers: RTCIceServer[];
  send(message: ClientMessage): void;
  onState(state: "opening" | "sending" | "failed"): void;
  create?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

export class AudioLeg {
  private connection: RTCPeerConnection;
  private copy: MediaStreamTrack | null;
  private sender: RTCRtpSender | null = null;
  private stopped = false;
  /** This connection carried sound: only then another is tried on the same track. */
  private carried = false;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LegOptions) {
    this.copy = options.microphone?.clone() ?? null;
    this.connection = this.fresh();
  }

  get track(): string {
    return this.options.track;
  }

  async open(): Promise<void> {
    this.options.onState("opening");
    const { connection } = this;
    const source = this.copy ?? "audio";
    this.sender = connection.addTransceiver(source, { direction: "sendonly" }).sender;
    const offer = await connection.createOffer();
    if (this.stopped) return;
    await connection.setLocalDescription(offer);
    this.options.send({ type: "leg_offer", track: this.track, sdp: connection.localDescription?.sdp ?? "" });
  }

  /** The worker's answer says how it wants its speech: mono, 16 kHz, long packets, none in silence. */
  async answer(sdp: string): Promise<void> {
    if (this.stopped || this.connection.signalingState !== "have-local-offer") return;
    await this.connection.setRemoteDescription({ type: "answer", sdp });
  }

  /** The clone has its own `enabled`: muting must silence the leg as well. */
  mute(muted: boolean): void {
    if (this.copy) this.copy.enabled = !muted;
  }

  /** Another microphone was chosen. */
  async replace(microphone: MediaStreamTrack | null): Promise<void> {
    if (this.stopped) return;
    const old = this.copy;
    this.copy = microphone?.clone() ?? null;
    await this.sender?.replaceTrack(this.copy);
    old?.stop();
  }

  /** Ends the leg now. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.silence);
    this.copy?.stop();
    this.connection.close();
  }

  private fresh(): RTCPeerConnection {
    const create = this.options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    const connection = create({ iceServers: this.options.iceServers });
    connection.onicecandidate = ({ candidate }) => {
      if (!candidate?.candidate || this.stopped || connection !== this.connection) return;
      this.options.send({ type: "leg_candidate", track: this.track, candidate: candidateInit(candidate) });
    };
    connection.onconnectionstatechange = () => connection === this.connection && this.changed();
    return connection;
  }

  private changed(): void {
    if (this.stopped) return;
    clearTimeout(this.silence);
    const state = this.connection.connectionState;
    if (state === "connected") {
      this.carried = true;
      this.options.onState("sending");
    }
    if (state === "disconnected") this.silence = setTimeout(() => this.offerAnew(), LEG_SILENCE_MS);
    if (state === "failed") this.offerAnew();
  }

  /**
   * The path is gone (another network, a block): the same track over a new connection. The room
   * learns from the offer that nothing is heard until it connects, and closes the track if it does not.
   */
  private offerAnew(): void {
    clearTimeout(this.silence);
    if (this.stopped) return;
    this.options.onState("failed");
    if (!this.carried) return;
    this.carried = false;
    this.connection.close();
    this.connection = this.fresh();
    void this.open();
  }
}
