import { css } from "lit";

/** A page of its own with a way back: what the AI sees, the processors. */
export const pageStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
  }
  .page {
    display: grid;
    gap: 1.4rem;
    align-content: start;
    max-width: 52rem;
    margin-inline: auto;
    padding: 1.4rem clamp(1.1rem, 4vw, 2.5rem) 3rem;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    width: max-content;
    min-height: 2.5rem;
    color: var(--attune-ink-2);
    text-decoration: none;
    font-weight: 560;
    font-size: 0.95rem;
  }
  .back:hover {
    color: var(--attune-ink);
  }
  h1 + p {
    margin-top: 0.4rem;
  }
`;
