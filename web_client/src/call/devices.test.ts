import { beforeEach, describe, expect, it } from "vitest";
import { Devices } from "./devices";

/** A track that only knows whether it runs. */
class Track extends EventTarget {
  enabled = true;
  running = true;
  contentHint = "";
  constructor(readonly kind: string, readonly label: string) {
    super();
  }
  stop(): void {
    this.running = false;
  }
  unplug(): void {
    this.stop();
    this.dispatchEvent(new Event("ended"));
  }
}

let broken: Set<string>;
let opened: Track[];

/** Devices by id; like a phone, it opens a second camera only when the first is closed. */
const media = Object.assign(new EventTarget(), {
  enumerateDevices: () => Promise.resolve([]),
  getUserMedia: (wanted: MediaStreamConstraints) => {
    const tracks = (["audio", "video"] as const).filter((kind) => wanted[kind]).map((kind) => open(kind, wanted[kind]));
    const of = (kind: string): Track[] => tracks.filter((track) => track.kind === kind);
    return Promise.resolve({ getTracks: () => tracks, getAudioTracks: () => of("audio"), getVideoTracks: () => of("video") });
  },
});

function open(kind: string, wanted: unknown): Track {
  const id = (wanted as { deviceId?: { exact: string } }).deviceId?.exact ?? "first";
  const taken = kind === "video" && opened.some((track) => track.kind === "video" && track.running);
  if (broken.has(id) || broken.has(kind) || taken) throw Object.assign(new Error(), { name: "NotReadableError" });
  const track = new Track(kind, id);
  opened.push(track);
  return track;
}

async function devices(): Promise<Devices> {
  const all = new Devices(media as unknown as MediaDevices);
  await all.open();
  return all;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  [broken, opened] = [new Set(), []];
});

describe("choosing devices in mid-call", () => {
  it("opens another camera where only one may be open at a time", async () => {
    const all = await devices();
    await all.chooseCamera("back");
    expect(all.video?.label).toBe("back");
    expect(opened.filter(({ kind, running }) => kind === "video" && running)).toHaveLength(1);
  });

  it("goes back to the camera before when the other can't be opened, and says why", async () => {
    const all = await devices();
    broken.add("back");
    await all.chooseCamera("back");
    expect(all.video?.label).toBe("first");
    expect(all.trouble.camera).toBe("busy");
  });

  it("keeps the microphone in use when the other can't be opened", async () => {
    const all = await devices();
    broken.add("headset");
    await all.chooseMicrophone("headset");
    expect(all.audio?.label).toBe("first");
    expect((all.audio as unknown as Track).running).toBe(true);
    expect(all.trouble.microphone).toBe("busy");
  });
});

describe("a device that goes away", () => {
  it("is said together with what is used instead", async () => {
    const all = await devices();
    await all.chooseMicrophone("headset");
    (all.audio as unknown as Track).unplug();
    await settled();
    expect(all.loss).toEqual({ which: "microphone", device: "headset", instead: "first" });
    all.dismissLoss();
    expect(all.loss).toBeNull();
  });

  it("is said when nothing else is there", async () => {
    const all = await devices();
    broken.add("audio");
    (all.audio as unknown as Track).unplug();
    await settled();
    expect(all.audio).toBeNull();
    expect(all.loss).toEqual({ which: "microphone", device: "first", instead: null });
  });

  it("stays silent when it is muted and another takes its place", async () => {
    const all = await devices();
    all.setMuted(true);
    (all.audio as unknown as Track).unplug();
    await settled();
    expect(all.audio?.enabled).toBe(false);
  });
});

it("lets nothing run that was opened after the page went on", async () => {
  const all = new Devices(media as unknown as MediaDevices);
  const opening = all.open();
  all.close();
  await opening;
  expect(opened.every(({ running }) => !running)).toBe(true);
  expect(all.audio).toBeNull();
});
