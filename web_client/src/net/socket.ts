/** The participant's WebSocket: `hello` on every opening, heartbeats, reconnect with backoff. */

import type { ClientMessage, ServerMessage } from "../wire.gen";
import { backoffSeconds } from "./backoff";

export const WIRE_VERSION = 1;
/** An answer to a ping takes no longer, unless the connection is dead. */
export const DOUBT_MS = 3000;
/** An attempt that takes longer is dropped: TCP's own next try may be half a minute away. */
export const ATTEMPT_MS = 5000;
const CONNECTING = 0;
const OPEN = 1;

/** The part of `WebSocket` used here, so that tests can stand in for it. */
export interface SocketLike {
  readyState: number;
  send(text: string): void;
  close(code?: number): void;
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface RoomSocketOptions {
  url: string;
  token: string;
  onMessage(message: ServerMessage): void;
  onState(state: "connecting" | "open" | "reconnecting" | "closed"): void;
  open?: (url: string) => SocketLike;
  random?: () => number;
  now?: () => number;
}

export class RoomSocket {
  private socket: SocketLike | null = null;
  private attempt = 0;
  private finished = false;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private doubt: ReturnType<typeof setTimeout> | undefined;
  private lastHeard = 0;
  private heartbeatSeconds = 5;

  constructor(private readonly options: RoomSocketOptions) {}

  connect(): void {
    this.finished = false;
    this.options.onState(this.attempt === 0 ? "connecting" : "reconnecting");
    const socket = (this.options.open ?? openWebSocket)(this.options.url);
    this.socket = socket;
    clearTimeout(this.doubt);
    this.doubt = setTimeout(() => socket === this.socket && socket.readyState === CONNECTING && this.giveUp(), ATTEMPT_MS);
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: "hello", version: WIRE_VERSION, token: this.options.token }));
      this.lastHeard = this.now();
      this.beat();
    };
    socket.onmessage = (event) => this.receive(socket, event.data);
    socket.onclose = () => this.lost(socket);
  }

  /** Sends when open; false when the message was dropped because there is no connection. */
  send(message: ClientMessage): boolean {
    if (this.socket?.readyState !== OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Closes for good. */
  close(): void {
    this.finished = true;
    clearTimeout(this.retry);
    clearTimeout(this.doubt);
    clearInterval(this.heartbeat);
    this.socket?.close(1000);
    this.options.onState("closed");
  }

  /** Tries at once instead of waiting (the network came back, or the tab woke up). */
  nudge(): void {
    if (this.finished || this.socket?.readyState === OPEN || this.socket?.readyState === CONNECTING) return;
    clearTimeout(this.retry);
    this.connect();
  }

  /** There is reason to doubt the connection: it answers a ping soon, or another is made. */
  probe(): void {
    if (this.socket?.readyState !== OPEN) return this.nudge();
    const { socket, lastHeard } = this;
    clearTimeout(this.doubt);
    this.ping();
    this.doubt = setTimeout(() => {
      if (socket === this.socket && this.lastHeard === lastHeard) this.giveUp();
    }, DOUBT_MS);
  }

  private receive(socket: SocketLike, text: unknown): void {
    if (socket !== this.socket || typeof text !== "string") return;
    this.lastHeard = this.now();
    const message = JSON.parse(text) as ServerMessage;
    if (message.type === "welcome") {
      this.attempt = 0;
      this.heartbeatSeconds = message.heartbeat_seconds;
      this.beat();
      this.options.onState("open");
    }
    if (message.type === "replaced" || message.type === "ended" || (message.type === "error" && message.fatal)) {
      this.finished = true;
    }
    this.options.onMessage(message);
  }

  private lost(socket: SocketLike): void {
    if (socket !== this.socket) return;
    clearInterval(this.heartbeat);
    if (this.finished) {
      this.options.onState("closed");
      return;
    }
    const wait = backoffSeconds(this.attempt, (this.options.random ?? Math.random)());
    this.attempt += 1;
    this.options.onState("reconnecting");
    this.retry = setTimeout(() => this.connect(), wait * 1000);
  }

  /** A connection that stays silent for three heartbeats is given up, though TCP has not noticed. */
  private beat(): void {
    clearInterval(this.heartbeat);
    const period = this.heartbeatSeconds * 1000;
    this.heartbeat = setInterval(() => {
      if (this.now() - this.lastHeard > 3 * period) this.giveUp();
      else this.ping();
    }, period);
  }

  private ping(): void {
    this.send({ type: "ping", at: this.now() / 1000 });
  }

  private giveUp(): void {
    const stale = this.socket;
    if (!stale || this.finished) return;
    stale.close(4000);
    this.lost(stale);
    this.socket = null;
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}

function openWebSocket(url: string): SocketLike {
  return new WebSocket(url) as unknown as SocketLike;
}

/** The socket's address on the page's own origin. */
export function socketUrl(location: { protocol: string; host: string }): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/v1/socket`;
}
