import { css } from "lit";

/** Cards of facts: what was sent, and the processors. */
export const ledgerStyles = css`
  :host {
    display: grid;
    gap: 1rem;
    align-content: start;
  }
  ol,
  .cards {
    display: grid;
    gap: 1rem;
  }
  .card {
    display: grid;
    gap: 0.9rem;
    padding: 1.2rem 1.3rem;
    min-width: 0;
  }
  .card header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .card h2 {
    font-size: 1.05rem;
    overflow-wrap: anywhere;
  }
  .none {
    grid-template-columns: auto minmax(0, 1fr);
  }
  .none attune-icon {
    width: 1.5rem;
    height: 1.5rem;
    color: var(--attune-accent-ink);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
    gap: 0.4rem 1.1rem;
    font-size: 0.925rem;
  }
  dt {
    color: var(--attune-ink-3);
  }
  dd {
    overflow-wrap: anywhere;
  }
  code,
  pre {
    font: 0.8125rem/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  }
  pre {
    margin: 0.3rem 0 0.9rem;
    padding: 0.8rem 0.9rem;
    max-height: 26rem;
    overflow: auto;
    border-radius: var(--attune-radius-s);
    background: var(--attune-sunken);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  summary {
    min-height: 2.25rem;
    align-content: center;
    cursor: pointer;
    font-weight: 560;
  }
  .error {
    color: var(--attune-danger);
  }
  .no {
    color: var(--attune-warn);
  }
  @media (max-width: 520px) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.1rem;
    }
    dd {
      margin-bottom: 0.5rem;
    }
  }
`;
