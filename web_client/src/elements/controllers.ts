/** Reactive controllers the elements share. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

interface Readable {
  subscribe(listener: () => void): () => void;
}

/** Renders its host after each change of a store. The store may be set later or replaced. */
export class Follows implements ReactiveController {
  private stop: (() => void) | null = null;
  private source: Readable | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  of(source: Readable | null): void {
    if (source === this.source) return;
    this.stop?.();
    this.source = source;
    this.stop = source?.subscribe(() => this.host.requestUpdate()) ?? null;
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
    this.source = null;
  }
}

/** Renders its host every `period` milliseconds while it is on the page. */
export class Ticks implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly period = 1000,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), this.period);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}

/** Whether a media query holds; renders its host when that turns. */
export class Matches implements ReactiveController {
  private readonly query: MediaQueryList;
  private readonly turned = (): void => this.host.requestUpdate();

  constructor(
    private readonly host: ReactiveControllerHost,
    query: string,
  ) {
    this.query = matchMedia(query);
    host.addController(this);
  }

  get now(): boolean {
    return this.query.matches;
  }

  hostConnected(): void {
    this.query.addEventListener("change", this.turned);
  }

  hostDisconnected(): void {
    this.query.removeEventListener("change", this.turned);
  }
}

/** Listens to an event target's events for its host, and moves along when the target is replaced. */
export class Hears implements ReactiveController {
  private ending = new AbortController();
  private target: EventTarget | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly types: readonly string[],
  ) {
    host.addController(this);
  }

  to(target: EventTarget | null): void {
    if (target === this.target) return;
    this.ending.abort();
    this.ending = new AbortController();
    this.target = target;
    const { signal } = this.ending;
    for (const type of this.types) target?.addEventListener(type, () => this.host.requestUpdate(), { signal });
  }

  hostDisconnected(): void {
    this.ending.abort();
    this.target = null;
  }
}
