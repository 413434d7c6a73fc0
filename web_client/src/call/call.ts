/** A participant's call: socket, peers, audio leg and devices joined to one store. No DOM. */

import type { ClientMessage, Decision, ServerMessage } from "../wire.gen";
import { RoomSocket, socketUrl, type SocketLike } from "../net/socket";
import { INITIAL_CALL, ownView, reduceCall, silenced, type CallAction, type CallState } from "../state/call";
import { Store } from "../state/store";
import { Devices } from "./devices";
import { AudioLeg } from "./leg";
import { Mesh } from "./mesh";
import { qualityBetween, readingOf, type Quality, type Reading } from "./quality";

const QUALITY_PERIOD_MS = 4000;

export interface CallOptions {
  token: string;
  devices: Devices;
  /** Everybody is at this device: no connections to peers. */
  peerless?: boolean;
  location?: { protocol: string; host: string };
  /** Stand-ins of tests. */
  open?: (url: string) => SocketLike;
  createLeg?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

/**
 * Events: `streams` when a remote stream came or went, `quality` when a connection's
 * quality was measured. Everything else is in `store`.
 */
export class Call extends EventTarget {
  readonly store = new Store<CallState, CallAction>(reduceCall, INITIAL_CALL);
  readonly streams = new Map<string, MediaStream>();
  readonly connections = new Map<string, RTCPeerConnectionState>();
  readonly quality = new Map<string, Quality>();
  readonly devices: Devices;
  private readonly socket: RoomSocket;
  private readonly ending = new AbortController();
  private readonly readings = new Map<string, Reading>();
  private mesh: Mesh | null = null;
  private leg: AudioLeg | null = null;
  private measuring: ReturnType<typeof setInterval> | undefined;
  private sent = "";

  constructor(private readonly options: CallOptions) {
    super();
    this.devices = options.devices;
    this.socket = new RoomSocket({
      url: socketUrl(options.location ?? globalThis.location),
      token: options.token,
      onMessage: (message) => this.receive(message),
      onState: (connection) => this.store.dispatch({ type: "connection", connection }),
      ...(options.open ? { open: options.open } : {}),
    });
    const { signal } = this.ending;
    this.devices.addEventListener("change", () => void this.devicesChanged(), { signal });
    // Another network: what is open may be dead though TCP has not noticed.
    globalThis.addEventListener?.("online", () => this.socket.probe(), { signal });
  }

  get state(): CallState {
    return this.store.state;
  }

  start(): void {
    this.socket.connect();
    this.measuring = setInterval(() => void this.measure(), QUALITY_PERIOD_MS);
  }

  send(message: ClientMessage): void {
    this.socket.send(message);
  }

  /** Counts here at once; it is said again after a reconnect until the room shows it. */
  decide(decision: Decision): void {
    const wording = this.state.wordings.find(({ purpose }) => purpose === "notes")?.version ?? "";
    this.store.dispatch({ type: "pending", pending: { decision: { decision, wording } } });
    if (decision !== "agree") this.stopLeg();
    this.send({ type: "consent", purpose: "notes", decision, wording });
  }

  /** The clinician's Start is also the clinician's own consent. */
  startTranscription(): void {
    this.store.dispatch({ type: "pending", pending: { pause: false } });
    this.decide("agree");
    this.send({ type: "start_transcription" });
  }

  pauseTranscription(): void {
    this.store.dispatch({ type: "pending", pending: { pause: true } });
    this.stopLeg();
    this.send({ type: "pause_transcription" });
  }

  /** Going off closes the leg before the server has heard of it. */
  setOffRecord(on: boolean): void {
    if (on) this.stopLeg();
    this.store.dispatch({ type: "off_record", on });
    this.send({ type: "off_record", on });
  }

  setMuted(muted: boolean): void {
    this.devices.setMuted(muted);
    this.leg?.mute(muted);
  }

  chat(text: string): void {
    const line = text.trim().slice(0, 2000);
    if (!line) return;
    this.send({ type: "chat", text: line });
    this.store.dispatch({ type: "own_chat", text: line });
  }

  leave(): void {
    this.send({ type: "leave" });
    this.finish({ type: "closing", closing: { kind: "left" } });
  }

  end(): void {
    this.store.dispatch({ type: "pending", pending: { end: true } });
    this.stopLeg();
    this.send({ type: "end" });
  }

  /** Closes every connection; the devices stay with their owner. */
  close(): void {
    this.ending.abort();
    clearInterval(this.measuring);
    this.stopLeg();
    this.mesh?.close();
    this.mesh = null;
    this.socket.close();
  }

  private finish(action: CallAction): void {
    this.store.dispatch(action);
    this.close();
  }

  private receive(message: ServerMessage): void {
    this.store.dispatch({ type: "message", message, at: performance.now() });
    switch (message.type) {
      case "welcome":
        this.welcomed();
        break;
      case "room":
        this.follow();
        break;
      case "described":
      case "candidate_from":
        this.mesh?.receive(message);
        break;
      case "leg_open":
        void this.openLeg(message.track);
        break;
      case "leg_answer":
        if (this.leg?.track === message.track) void this.leg.answer(message.sdp);
        break;
      case "leg_close":
        if (this.leg?.track === message.track) this.stopLeg();
        break;
      default:
        if (this.state.closing) this.close();
    }
  }

  private welcomed(): void {
    // A leg opened before the connection was lost is not known to be heard any more.
    this.stopLeg();
    this.sayPending();
    const again = this.mesh !== null;
    const self = this.state.self?.id ?? "";
    if (!this.options.peerless) this.mesh ??= this.peers(self);
    this.sent = "";
    void this.devicesChanged();
    this.follow();
    if (again) this.mesh?.restart();
  }

  private peers(self: string): Mesh {
    return new Mesh({
      self,
      iceServers: this.iceServers(),
      send: (message) => this.send(message),
      onStream: (id, stream) => this.streamChanged(id, stream),
      onConnection: (id, state) => this.connectionChanged(id, state),
    });
  }

  /** Before anything else on a new connection, so that the server opens no leg over it. */
  private sayPending(): void {
    const { pending, offRecord } = this.state;
    if (offRecord) this.send({ type: "off_record", on: true });
    if (pending.decision) this.send({ type: "consent", purpose: "notes", ...pending.decision });
    if (pending.pause) this.send({ type: "pause_transcription" });
    if (pending.end) this.send({ type: "end" });
  }

  private follow(): void {
    const own = ownView(this.state);
    this.mesh?.follow(this.state.room?.participants ?? [], own?.presence === "present");
  }

  private async openLeg(track: string): Promise<void> {
    this.stopLeg();
    if (silenced(this.state)) return;
    const leg = new AudioLeg({
      track,
      microphone: this.devices.audio,
      iceServers: this.iceServers(),
      send: (message) => this.send(message),
      ...(this.options.createLeg ? { create: this.options.createLeg } : {}),
      onState: (state) => this.leg === leg && this.legChanged(state),
    });
    this.leg = leg;
    await leg.open();
  }

  private legChanged(leg: CallState["leg"]): void {
    this.store.dispatch({ type: "leg", leg });
    if (leg === "failed") this.socket.probe();
  }

  private stopLeg(): void {
    this.leg?.stop();
    this.leg = null;
    this.store.dispatch({ type: "leg", leg: "closed" });
  }

  private async devicesChanged(): Promise<void> {
    const { devices } = this;
    const media = { microphone: !devices.muted && devices.audio !== null, camera: devices.video !== null, screen: devices.screen !== null };
    this.store.dispatch({ type: "media", media });
    const told = JSON.stringify(media);
    if (told !== this.sent && this.state.self) {
      this.sent = told;
      this.send({ type: "media_state", ...media });
    }
    await this.mesh?.replace({ audio: devices.audio, video: devices.outgoingVideo });
    await this.refreshLeg();
  }

  private heldMicrophone: MediaStreamTrack | null = null;

  private async refreshLeg(): Promise<void> {
    const { audio } = this.devices;
    if (this.leg && this.heldMicrophone !== audio) await this.leg.replace(audio);
    this.heldMicrophone = audio;
  }

  private iceServers(): RTCIceServer[] {
    return this.state.iceServers.map(({ urls, username, credential }) => ({
      urls: [...urls],
      ...(username ? { username } : {}),
      ...(credential ? { credential } : {}),
    }));
  }

  private streamChanged(id: string, stream: MediaStream | null): void {
    if (stream) this.streams.set(id, stream);
    else for (const known of [this.streams, this.connections, this.quality, this.readings]) known.delete(id);
    this.dispatchEvent(new Event("streams"));
  }

  private connectionChanged(id: string, state: RTCPeerConnectionState): void {
    this.connections.set(id, state);
    if (state === "disconnected" || state === "failed") {
      this.quality.set(id, "poor");
      this.socket.probe();
    }
    this.dispatchEvent(new Event("streams"));
  }

  private async measure(): Promise<void> {
    for (const [id, pending] of this.mesh?.reports() ?? []) {
      const reading = readingOf((await pending).values() as Iterable<Record<string, unknown>>);
      const before = this.readings.get(id);
      if (before) this.quality.set(id, qualityBetween(before, reading));
      this.readings.set(id, reading);
    }
    this.dispatchEvent(new Event("quality"));
  }
}
