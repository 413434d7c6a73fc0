import { css } from "lit";

export const homeStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 1rem clamp(1.1rem, 4vw, 2.5rem);
  }
  .bar > a {
    display: inline-flex;
    text-decoration: none;
    border-radius: 10px;
  }
  main {
    flex: 1;
    width: 100%;
    max-width: 60rem;
    margin-inline: auto;
    padding: clamp(1.5rem, 5vw, 3.5rem) clamp(1.1rem, 4vw, 2.5rem) 3rem;
    display: grid;
    align-content: start;
    gap: 2.25rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 1.2rem;
  }
  .head p {
    margin-top: 0.4rem;
  }
  .nameless {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.8rem 1.2rem;
    padding: 1.05rem 1.4rem;
  }
  .nameless p {
    flex: 1 1 20rem;
  }
  .group {
    font-size: 0.9rem;
    font-weight: 600;
    letter-spacing: 0;
    color: var(--attune-ink-3);
    margin-bottom: 0.65rem;
  }
  .list {
    overflow: hidden;
  }
  .list li + li {
    border-top: 1px solid var(--attune-line);
  }
  .list a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0.5rem 1.1rem;
    padding: 1.05rem 1.1rem 1.05rem 1.4rem;
    color: inherit;
    text-decoration: none;
  }
  .list a:hover {
    background: var(--attune-sunken);
  }
  .list a:focus-visible {
    outline-offset: -3px;
    border-radius: var(--attune-radius);
  }
  .who {
    display: grid;
    gap: 0.1rem;
    min-width: 0;
  }
  .who strong {
    font-weight: 600;
    font-size: 1.0625rem;
    letter-spacing: -0.008em;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.4rem;
  }
  .marks attune-icon {
    width: 0.95rem;
    height: 0.95rem;
  }
  .list a > attune-icon {
    color: var(--attune-ink-3);
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: 0.9rem;
    padding: clamp(1.5rem, 5vw, 2.75rem);
    max-width: 38rem;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.5rem;
    justify-content: space-between;
    padding: 1.2rem clamp(1.1rem, 4vw, 2.5rem);
  }
  footer a {
    color: inherit;
  }
  @media (max-width: 640px) {
    .head .button {
      width: 100%;
    }
    .list a {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 1rem 0.9rem 1rem 1.1rem;
    }
    .marks {
      grid-row: 2;
      grid-column: 1;
      justify-content: start;
    }
    .marks:empty {
      display: none;
    }
  }
`;
