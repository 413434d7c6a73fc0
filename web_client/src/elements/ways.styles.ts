import { css } from "lit";

/** The pages on which a session's words come in: one column, one card a step. */
export const waysStyles = css`
  .card {
    display: grid;
    gap: 1.15rem;
    padding: clamp(1.2rem, 3vw, 1.9rem);
  }
  .lead {
    display: grid;
    gap: 0.35rem;
  }
  .drop {
    position: relative;
    display: grid;
    justify-items: center;
    gap: 0.35rem;
    padding: clamp(1.5rem, 5vw, 2.6rem) 1rem;
    border: 1.5px dashed var(--attune-line-strong);
    border-radius: var(--attune-radius);
    background: var(--attune-sunken);
    text-align: center;
    cursor: pointer;
  }
  .drop:hover,
  .drop.over {
    border-color: var(--attune-accent);
    background: var(--attune-accent-soft);
  }
  .drop:focus-within {
    outline: 2.5px solid var(--attune-accent);
    outline-offset: 2px;
  }
  .drop attune-icon {
    width: 1.9rem;
    height: 1.9rem;
    margin-bottom: 0.25rem;
    color: var(--attune-accent-ink);
  }
  .drop input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.6rem 1rem;
    padding: 0.8rem 1rem;
    border-radius: var(--attune-radius-s);
    background: var(--attune-sunken);
  }
  .file strong {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .speakers {
    display: grid;
    grid-template-columns: 1fr 1fr auto;
    align-items: end;
    gap: 0.8rem;
  }
  .attest {
    display: grid;
    gap: 0.7rem;
    color: var(--attune-ink-2);
    font-size: 0.925rem;
    line-height: 1.55;
  }
  .tick {
    display: flex;
    align-items: start;
    gap: 0.7rem;
    padding: 0.85rem 1rem;
    border-radius: var(--attune-radius-s);
    background: var(--attune-sunken);
    color: var(--attune-ink);
    font-weight: 560;
    cursor: pointer;
  }
  .tick.done {
    background: var(--attune-accent-soft);
  }
  .tick small {
    margin-left: auto;
    color: var(--attune-accent-ink);
    font-weight: 500;
    white-space: nowrap;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .actions .button {
    min-height: 3rem;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 0.6rem;
    border: 0;
    border-radius: 999px;
    background: var(--attune-sunken);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--attune-sunken);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--attune-accent);
    transition: width 0.4s;
  }
  progress::-moz-progress-bar {
    border-radius: 999px;
    background: var(--attune-accent);
  }
  textarea {
    min-height: min(24rem, 50dvh);
    line-height: 1.6;
    resize: vertical;
  }
  .words {
    padding: 0;
    overflow: hidden;
  }
  .words attune-transcript {
    display: block;
    height: min(30rem, 60dvh);
  }
  @media (max-width: 560px) {
    .speakers {
      grid-template-columns: 1fr;
    }
    .actions .button {
      flex: 1 1 100%;
    }
  }
`;
