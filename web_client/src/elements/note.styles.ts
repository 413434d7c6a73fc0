import { css } from "lit";

export const noteStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.2rem;
    padding: 0.75rem clamp(1.1rem, 3vw, 2.25rem);
    background: var(--attune-bg);
    border-bottom: 1px solid var(--attune-line);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2.5rem;
    color: var(--attune-ink-2);
    text-decoration: none;
    font-weight: 560;
    font-size: 0.95rem;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 25rem);
    gap: clamp(1.5rem, 3vw, 3rem);
    max-width: 84rem;
    margin-inline: auto;
    padding: 0 clamp(1.1rem, 3vw, 2.25rem);
  }
  .columns.single {
    grid-template-columns: minmax(0, 1fr);
    max-width: 52rem;
  }
  main {
    padding: clamp(1.6rem, 3.5vw, 2.75rem) 0 4rem;
    display: grid;
    gap: 1.75rem;
    align-content: start;
    max-width: 46rem;
    width: 100%;
    justify-self: center;
    min-width: 0;
  }
  .frame {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1.6rem;
    margin-top: 0.6rem;
  }
  .frame div {
    display: flex;
    gap: 0.45rem;
  }
  .frame dt {
    color: var(--attune-ink-3);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.2rem;
    align-items: center;
    justify-content: space-between;
  }
  .tools select {
    width: auto;
    min-width: 10rem;
  }
  .section {
    display: grid;
    gap: 0.45rem;
  }
  .section h2 {
    font-size: 1.02rem;
    margin-bottom: 0.15rem;
  }
  .section .nothing {
    font-style: italic;
    color: var(--attune-ink-3);
  }
  .add {
    justify-self: start;
    margin-left: -0.7rem;
  }
  .add-form {
    display: flex;
    gap: 0.5rem;
  }
  .not-discussed {
    padding-top: 1.2rem;
    border-top: 1px solid var(--attune-line);
  }
  .not-discussed ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-top: 0.6rem;
  }
  .evidence {
    position: sticky;
    top: 4.2rem;
    height: calc(100dvh - 4.2rem);
    display: flex;
    flex-direction: column;
    padding: 1.4rem 0 1.4rem;
    min-width: 0;
  }
  .evidence .card {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
  }
  .evidence attune-words {
    flex: 1;
  }
  .countdown {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    font-size: 0.9rem;
    font-weight: 540;
    color: var(--attune-warn);
  }
  .countdown.urgent {
    color: var(--attune-danger);
  }
  .statement {
    padding: 1.5rem;
    display: grid;
    gap: 0.6rem;
  }
  .by-hand {
    justify-self: start;
    margin-top: 0.4rem;
  }
  .save {
    min-width: 9rem;
    text-align: right;
  }
  .foot {
    display: grid;
    gap: 0.35rem;
  }
  .drafting {
    min-height: 60dvh;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.8rem;
    padding-inline: 1.1rem;
    text-align: center;
  }
  .drafting .muted,
  .drafting .error {
    max-width: 34rem;
  }
  .drafting .row {
    justify-content: center;
    margin-top: 0.4rem;
  }
  .pulse {
    width: 3.4rem;
    height: 3.4rem;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--attune-accent-soft);
    color: var(--attune-accent-ink);
    animation: pulse 2s ease-in-out infinite;
  }
  .pulse.still {
    animation: none;
  }
  @keyframes pulse {
    50% {
      transform: scale(1.08);
    }
  }
  @media (max-width: 1020px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .evidence {
      display: none;
    }
    .countdown {
      order: 3;
      flex-basis: 100%;
    }
    .bar .button.primary {
      min-height: 2.5rem;
    }
    .bar .back span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bar .back {
      padding-right: 1rem;
    }
    .save {
      min-width: 0;
    }
  }
`;
