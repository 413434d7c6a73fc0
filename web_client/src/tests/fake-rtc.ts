/** Just enough of WebRTC's state machine to test negotiation without a browser. */

let ids = 100;

export const sdpOf = (id: string): string => `v=0\r\no=- ${id} 2 IN IP4 127.0.0.1\r\ns=-\r\n`;

export class FakeStream {
  tracks: unknown[] = [];
  addTrack(track: unknown): void {
    this.tracks.push(track);
  }
}

interface Sender {
  replaceTrack(track: unknown): Promise<void>;
}

export class FakeConnection {
  readonly id = String(ids++);
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  candidates: string[] = [];
  private readonly transceivers: Array<{ direction: string; sender: Sender; receiver: { track: { kind: string } } }> = [];
  private needed = false;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: unknown) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: unknown) => void) | null = null;

  addTransceiver(track: unknown, { direction }: { direction: string }): { sender: Sender } {
    const kind = typeof track === "string" ? track : "audio";
    const transceiver = { direction, sender: { replaceTrack: () => Promise.resolve() }, receiver: { track: { kind } } };
    this.transceivers.push(transceiver);
    this.need();
    return transceiver;
  }

  getTransceivers(): readonly unknown[] {
    return this.transceivers;
  }

  createOffer(): Promise<{ type: string; sdp: string }> {
    return Promise.resolve({ type: "offer", sdp: sdpOf(this.id) });
  }

  setLocalDescription(): Promise<void> {
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.localDescription = { type, sdp: sdpOf(this.id) };
    this.signalingState = type === "answer" ? "stable" : "have-local-offer";
    return Promise.resolve();
  }

  setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    this.remoteDescription = description;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
    return Promise.resolve();
  }

  addIceCandidate({ candidate }: { candidate: string }): Promise<void> {
    this.candidates.push(candidate);
    return Promise.resolve();
  }

  restartIce(): void {
    this.need();
  }

  close(): void {
    this.signalingState = "closed";
  }

  /** The browser notices that the path works, fell silent or is dead. */
  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  /** The event fires once for several causes, when the connection is stable (WebRTC §4.7.3). */
  private need(): void {
    if (this.needed) return;
    this.needed = true;
    void Promise.resolve().then(() => {
      this.needed = false;
      if (this.signalingState === "stable") this.onnegotiationneeded?.();
    });
  }
}
