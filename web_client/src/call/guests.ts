/**
 * The seats of people who sit at this device: each has a connection of their own, by which they alone
 * agree, withdraw or go off the record. Their browser sends nothing else: the device has one microphone.
 */

import type { ClientMessage, Decision, ServerMessage } from "../wire.gen";
import { RoomSocket, socketUrl, type SocketLike } from "../net/socket";

export interface GuestOptions {
  token: string;
  /** The room changed, or this seat's own state did. */
  onChange(): void;
  location?: { protocol: string; host: string };
  open?: (url: string) => SocketLike;
}

export class Guest {
  participant = "";
  wording = "";
  /** Said again on every connection until the room shows it. */
  private decided: Decision | null = null;
  private readonly socket: RoomSocket;

  constructor(private readonly options: GuestOptions) {
    this.socket = new RoomSocket({
      url: socketUrl(options.location ?? globalThis.location),
      token: options.token,
      onMessage: (message) => this.receive(message),
      onState: () => this.options.onChange(),
      ...(options.open ? { open: options.open } : {}),
    });
  }

  start(): void {
    this.socket.connect();
  }

  decide(decision: Decision): void {
    this.decided = decision;
    this.say({ type: "consent", purpose: "notes", decision, wording: this.wording });
  }

  close(): void {
    this.socket.close();
  }

  private receive(message: ServerMessage): void {
    if (message.type === "welcome") {
      this.participant = message.participant;
      this.wording = message.wordings.find(({ purpose }) => purpose === "notes")?.version ?? "";
      const own = message.room.participants.find(({ id }) => id === message.participant);
      if (own?.presence !== "present") this.say({ type: "knock" });
      if (this.decided && own?.consent?.notes !== this.decided) this.decide(this.decided);
    }
    this.options.onChange();
  }

  private say(message: ClientMessage): void {
    this.socket.send(message);
  }
}
