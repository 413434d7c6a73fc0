import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeConnection, FakeStream, sdpOf } from "../tests/fake-rtc";
import { PeerLink, POLITE_PATIENCE_MS, SEARCH_MS, SILENCE_MS } from "./peer";

interface Side {
  link: PeerLink;
  connections: FakeConnection[];
  said: Array<{ kind: string; sdp: string }>;
}

function side(polite: boolean): Side {
  const connections: FakeConnection[] = [];
  const said: Side["said"] = [];
  const link = new PeerLink({
    polite, iceServers: [],
    signals: { describe: (kind, sdp) => said.push({ kind, sdp }), candidate: () => undefined },
    onStream: () => undefined, onConnection: () => undefined,
    create: () => {
      const connection = new FakeConnection();
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
  });
  return { link, connections, said };
}

const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("MediaStream", FakeStream);
});

describe("perfect negotiation", () => {
  it("has the impolite side make the first offer and the polite side answer", async () => {
    const [impolite, polite] = [side(false), side(true)];
    impolite.link.start({ audio: null, video: null });
    polite.link.start({ audio: null, video: null });
    await settled();
    expect(impolite.said.map(({ kind }) => kind)).toEqual(["offer"]);
    expect(polite.said).toEqual([]);
    await polite.link.receiveDescription("offer", impolite.said[0]?.sdp ?? "");
    expect(polite.said.map(({ kind }) => kind)).toEqual(["answer"]);
    await impolite.link.receiveDescription("answer", polite.said[0]?.sdp ?? "");
    expect(impolite.connections[0]?.signalingState).toBe("stable");
  });

  it("lets the polite side offer when nobody else does", async () => {
    const polite = side(true);
    polite.link.start({ audio: null, video: null });
    await vi.advanceTimersByTimeAsync(POLITE_PATIENCE_MS + 1);
    expect(polite.said.map(({ kind }) => kind)).toEqual(["offer"]);
  });

  it("ignores a colliding offer on the impolite side and yields on the polite one", async () => {
    const [impolite, polite] = [side(false), side(true)];
    impolite.link.start({ audio: null, video: null });
    await settled();
    await impolite.link.receiveDescription("offer", sdpOf("77"));
    expect(impolite.connections[0]?.remoteDescription).toBeNull();
    polite.link.start({ audio: null, video: null });
    await vi.advanceTimersByTimeAsync(POLITE_PATIENCE_MS + 1);
    await polite.link.receiveDescription("offer", sdpOf("88"));
    expect(polite.said.map(({ kind }) => kind)).toEqual(["offer", "answer"]);
  });

  it("starts afresh when the other side has a new connection (a reload)", async () => {
    const polite = side(true);
    polite.link.start({ audio: null, video: null });
    await polite.link.receiveDescription("offer", sdpOf("1"));
    await polite.link.receiveDescription("offer", sdpOf("1"));
    expect(polite.connections).toHaveLength(1);
    await polite.link.receiveDescription("offer", sdpOf("2"));
    expect(polite.connections).toHaveLength(2);
    expect(polite.connections[0]?.signalingState).toBe("closed");
    expect(polite.said.map(({ kind }) => kind)).toEqual(["answer", "answer", "answer"]);
  });

  it("offers anew when an answer comes from a connection it never spoke to", async () => {
    const impolite = side(false);
    impolite.link.start({ audio: null, video: null });
    await settled();
    await impolite.link.receiveDescription("answer", sdpOf("1"));
    impolite.link.restart();
    await settled();
    await impolite.link.receiveDescription("answer", sdpOf("2"));
    await settled();
    expect(impolite.connections).toHaveLength(2);
    expect(impolite.said.map(({ kind }) => kind)).toEqual(["offer", "offer", "offer"]);
  });

  it("says its offer again when the page that should have answered was reloaded meanwhile", async () => {
    const impolite = side(false);
    impolite.link.start({ audio: null, video: null });
    await settled();
    impolite.link.restart();
    await impolite.link.receiveDescription("offer", sdpOf("9"));
    expect(new Set(impolite.said.map(({ kind, sdp }) => `${kind} ${sdp}`)).size).toBe(1);
    expect(impolite.said).toHaveLength(3);
    await impolite.link.receiveDescription("answer", sdpOf("9"));
    expect(impolite.connections).toHaveLength(1);
    expect(impolite.connections[0]?.signalingState).toBe("stable");
  });

  it("holds candidates back until the description they belong to is there", async () => {
    const polite = side(true);
    polite.link.start({ audio: null, video: null });
    await polite.link.receiveCandidate({ candidate: "candidate:1" });
    expect(polite.connections[0]?.candidates).toEqual([]);
    await polite.link.receiveDescription("offer", sdpOf("1"));
    expect(polite.connections[0]?.candidates).toEqual(["candidate:1"]);
  });
});

describe("a path that breaks", () => {
  async function talking(polite: boolean): Promise<Side> {
    const one = side(polite);
    one.link.start({ audio: null, video: null });
    await vi.advanceTimersByTimeAsync(POLITE_PATIENCE_MS);
    await one.link.receiveDescription("answer", sdpOf("1"));
    one.connections[0]?.becomes("connected");
    one.said.length = 0;
    return one;
  }

  it("is searched anew soon after it fell silent, and again until it is found", async () => {
    const one = await talking(false);
    one.connections[0]?.becomes("disconnected");
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    expect(one.said).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(one.said.map(({ kind }) => kind)).toEqual(["offer"]);
    await vi.advanceTimersByTimeAsync(SEARCH_MS);
    expect(one.said).toHaveLength(2);
    one.connections[0]?.becomes("connected");
    await vi.advanceTimersByTimeAsync(5 * SEARCH_MS);
    expect(one.said).toHaveLength(2);
  });

  it("that comes back by itself is left alone", async () => {
    const one = await talking(false);
    one.connections[0]?.becomes("disconnected");
    await vi.advanceTimersByTimeAsync(SILENCE_MS / 2);
    one.connections[0]?.becomes("connected");
    await vi.advanceTimersByTimeAsync(5 * SEARCH_MS);
    expect(one.said).toEqual([]);
  });

  it("is first searched by the side that leads, then by either", async () => {
    const one = await talking(true);
    one.connections[0]?.becomes("disconnected");
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(one.said).toEqual([]);
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(one.said.map(({ kind }) => kind)).toEqual(["offer"]);
  });

  it("is not searched any more once the link is closed", async () => {
    const one = await talking(false);
    one.connections[0]?.becomes("failed");
    one.link.close();
    await vi.advanceTimersByTimeAsync(5 * SEARCH_MS);
    expect(one.said.length).toBeLessThanOrEqual(1);
  });
});
