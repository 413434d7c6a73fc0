/** One small store: a pure reducer, a current state, and listeners. No DOM in here. */

export type Reducer<State, Action> = (state: State, action: Action) => State;

export class Store<State, Action> {
  private readonly listeners = new Set<(state: State) => void>();

  constructor(
    private readonly reduce: Reducer<State, Action>,
    private current: State,
  ) {}

  get state(): State {
    return this.current;
  }

  dispatch(action: Action): void {
    const next = this.reduce(this.current, action);
    if (next === this.current) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener(next);
  }

  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: (state: State) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
