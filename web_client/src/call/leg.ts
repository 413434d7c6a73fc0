/**
 * The audio leg: this browser's own microphone, once more and audio only, to a media
 * worker. It exists only between `leg_open` and `leg_close`, and `stop()` ends it at
 * once without asking anybody: off the record means that nothing leaves the browser.
 */

import type { ClientMessage } from "../wire.gen";
import { candidateInit } from "./peer";
import { withOpus } from "./sdp";

/** Mono speech at 16 kHz needs no more; governs what this browser encodes. */
const SPEECH = { stereo: 0, "sprop-stereo": 0, maxplaybackrate: 16000, maxaveragebitrate: 32000, useinbandfec: 1 };

/** Longer packets: half the packets of the default, at 20 ms more delay. */
const PACKET_MS = 40;

export interface LegOptions {
  track: string;
  microphone: MediaStreamTrack | null;
  iceServers: RTCIceServer[];
  send(message: ClientMessage): void;
  onState(state: "opening" | "sending" | "failed"): void;
  create?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

export class AudioLeg {
  private readonly connection: RTCPeerConnection;
  private copy: MediaStreamTrack | null;
  private sender: RTCRtpSender | null = null;
  private stopped = false;

  constructor(private readonly options: LegOptions) {
    const create = options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    this.connection = create({ iceServers: options.iceServers });
    this.copy = options.microphone?.clone() ?? null;
    this.connection.onicecandidate = ({ candidate }) => {
      if (!candidate?.candidate || this.stopped) return;
      options.send({ type: "leg_candidate", track: options.track, candidate: candidateInit(candidate) });
    };
    this.connection.onconnectionstatechange = () => this.changed();
  }

  get track(): string {
    return this.options.track;
  }

  async open(): Promise<void> {
    this.options.onState("opening");
    const source = this.copy ?? "audio";
    this.sender = this.connection.addTransceiver(source, { direction: "sendonly" }).sender;
    const offer = await this.connection.createOffer();
    if (this.stopped) return;
    await this.connection.setLocalDescription(offer);
    this.options.send({ type: "leg_offer", track: this.track, sdp: this.connection.localDescription?.sdp ?? "" });
  }

  async answer(sdp: string): Promise<void> {
    if (this.stopped || this.connection.signalingState !== "have-local-offer") return;
    await this.connection.setRemoteDescription({ type: "answer", sdp: withOpus(sdp, SPEECH, PACKET_MS) });
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
    this.copy?.stop();
    this.connection.close();
  }

  private changed(): void {
    if (this.stopped) return;
    const state = this.connection.connectionState;
    if (state === "connected") this.options.onState("sending");
    if (state === "failed") this.options.onState("failed");
  }
}
