/** Cameras and microphones: choosing, opening, muting, and saying plainly what went wrong. */

export type DeviceTrouble = "denied" | "missing" | "busy" | "insecure" | "unknown";

/** What a failed `getUserMedia` means for the person in front of it (W3C Media Capture §10.3). */
export function troubleOf(error: unknown): DeviceTrouble {
  switch ((error as { name?: string }).name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "TypeError":
      return "insecure";
    default:
      return "unknown";
  }
}

export interface Choice {
  microphone: string;
  camera: string;
}

export interface DeviceLists {
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

const AUDIO: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
const VIDEO: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

function exactly(id: string): MediaTrackConstraints {
  return id ? { deviceId: { exact: id } } : {};
}

/** A device that stopped by itself (unplugged, taken away), and the one used instead, if there is any. */
export interface Loss {
  which: "microphone" | "camera";
  device: string;
  instead: string | null;
}

/** Owns this browser's tracks. Listeners of `change` read `audio`, `video`, `trouble` and `loss` anew. */
export class Devices extends EventTarget {
  audio: MediaStreamTrack | null = null;
  video: MediaStreamTrack | null = null;
  screen: MediaStreamTrack | null = null;
  trouble: { microphone: DeviceTrouble | null; camera: DeviceTrouble | null } = { microphone: null, camera: null };
  lists: DeviceLists = { microphones: [], cameras: [], speakers: [] };
  choice: Choice = { microphone: "", camera: "" };
  loss: Loss | null = null;
  private microphoneOn = true;
  private cameraOn = true;
  private closed = false;
  private readonly ending = new AbortController();

  constructor(private readonly media: MediaDevices | undefined = globalThis.navigator?.mediaDevices) {
    super();
    media?.addEventListener("devicechange", () => void this.list(), { signal: this.ending.signal });
  }

  get muted(): boolean {
    return !this.microphoneOn;
  }

  /** What the others should see: the shared screen if there is one, else the camera. */
  get outgoingVideo(): MediaStreamTrack | null {
    return this.screen ?? this.video;
  }

  /** Asks for both at once (one permission prompt), then for each alone so that one may fail. */
  async open(): Promise<void> {
    if (!this.media) {
      this.trouble = { microphone: "insecure", camera: "insecure" };
      this.changed();
      return;
    }
    try {
      const stream = await this.media.getUserMedia({
        audio: { ...AUDIO, ...exactly(this.choice.microphone) },
        video: { ...VIDEO, ...exactly(this.choice.camera) },
      });
      this.adopt("audio", stream.getAudioTracks()[0] ?? null);
      this.adopt("video", stream.getVideoTracks()[0] ?? null);
      this.trouble = { microphone: null, camera: null };
      this.loss = null;
    } catch {
      await this.openMicrophone();
      await this.openCamera();
    }
    await this.list();
  }

  /** One that can't be opened is told by `trouble`; the one in use goes on. */
  async chooseMicrophone(id: string): Promise<void> {
    const before = this.choice.microphone;
    this.choice.microphone = id;
    this.loss = null;
    const track = await this.microphone();
    if (track || !this.audio) this.adopt("audio", track);
    else this.choice.microphone = before;
    this.changed();
  }

  /** The old one is let go first: phones open one camera at a time. If the new one can't be opened, it comes back. */
  async chooseCamera(id: string): Promise<void> {
    const before = this.choice.camera;
    this.choice.camera = id;
    this.loss = null;
    if (this.cameraOn) {
      this.adopt("video", null);
      await this.openCamera();
      if (this.video === null && id !== before) await this.returnTo(before);
    }
    this.changed();
  }

  /** The person has read what was lost. */
  dismissLoss(): void {
    this.loss = null;
    this.changed();
  }

  setMuted(muted: boolean): void {
    this.microphoneOn = !muted;
    if (this.audio) this.audio.enabled = this.microphoneOn;
    this.changed();
  }

  /** Off stops the camera itself, so that its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    this.cameraOn = on;
    if (on) await this.openCamera();
    else this.adopt("video", null);
    this.changed();
  }

  /** Resolves to false when the person cancelled the browser's dialog. */
  async shareScreen(): Promise<boolean> {
    try {
      const stream = await this.media?.getDisplayMedia({ video: true, audio: false });
      const track = stream?.getVideoTracks()[0] ?? null;
      this.screen?.stop();
      this.screen = track;
      if (this.closed) this.close();
      if (!this.screen) return false;
      // Letters must stay readable: rather fewer pictures than blurred ones (W3C mst-content-hint).
      this.screen.contentHint = "detail";
      this.screen.addEventListener("ended", () => track === this.screen && this.stopScreen(), { once: true });
    } catch {
      return false;
    }
    this.changed();
    return true;
  }

  stopScreen(): void {
    this.screen?.stop();
    this.screen = null;
    this.changed();
  }

  close(): void {
    this.closed = true;
    this.ending.abort();
    for (const track of [this.audio, this.video, this.screen]) track?.stop();
    this.audio = this.video = this.screen = null;
  }

  private async returnTo(camera: string): Promise<void> {
    const { trouble } = this;
    this.choice.camera = camera;
    await this.openCamera();
    this.trouble = trouble;
  }

  private microphone(): Promise<MediaStreamTrack | null> {
    return this.one("microphone", { audio: { ...AUDIO, ...exactly(this.choice.microphone) } });
  }

  private async openMicrophone(): Promise<void> {
    this.adopt("audio", await this.microphone());
  }

  private async openCamera(): Promise<void> {
    this.adopt("video", await this.one("camera", { video: { ...VIDEO, ...exactly(this.choice.camera) } }));
  }

  private async one(which: "microphone" | "camera", constraints: MediaStreamConstraints): Promise<MediaStreamTrack | null> {
    try {
      const stream = await this.media?.getUserMedia(constraints);
      this.trouble = { ...this.trouble, [which]: null };
      return stream?.getTracks()[0] ?? null;
    } catch (error) {
      this.trouble = { ...this.trouble, [which]: troubleOf(error) };
      return null;
    }
  }

  private adopt(kind: "audio" | "video", opened: MediaStreamTrack | null): void {
    // A prompt answered after the page went on: the light must not stay on.
    if (this.closed) opened?.stop();
    const track = this.closed ? null : opened;
    const old = this[kind];
    this[kind] = track;
    if (old && old !== track) old.stop();
    if (!track) return;
    if (kind === "audio") track.enabled = this.microphoneOn;
    track.addEventListener("ended", () => this.lost(kind, track), { once: true });
  }

  /** Unplugged in mid-call: say so, and fall back to whatever else is there. */
  private lost(kind: "audio" | "video", track: MediaStreamTrack): void {
    if (this[kind] !== track) return;
    const which = kind === "audio" ? "microphone" : "camera";
    this.choice = { ...this.choice, [which]: "" };
    this.adopt(kind, null);
    this.loss = { which, device: track.label, instead: null };
    this.changed();
    void (kind === "audio" ? this.openMicrophone() : this.openCamera()).then(() => {
      const instead = this[kind];
      this.loss = { which, device: track.label, instead: instead?.label ?? null };
      void this.list();
    });
  }

  private async list(): Promise<void> {
    const all = (await this.media?.enumerateDevices().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== "");
    this.lists = { microphones: of("audioinput"), cameras: of("videoinput"), speakers: of("audiooutput") };
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
