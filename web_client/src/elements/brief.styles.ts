import { css } from "lit";

export const briefStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 1rem;
    margin-bottom: 0.9rem;
  }
  .sections {
    columns: 3 20rem;
    column-gap: 0.9rem;
  }
  section {
    break-inside: avoid;
    margin-bottom: 0.9rem;
    padding: 0.85rem 1.05rem 0.95rem;
    background: var(--attune-surface);
    border: 1px solid var(--attune-line);
    border-radius: var(--attune-radius);
  }
  section h3 {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    color: var(--attune-ink-2);
  }
  section.alarming {
    border-color: color-mix(in srgb, var(--attune-danger) 38%, transparent);
  }
  section.alarming h3 {
    color: var(--attune-danger);
  }
  h3 attune-icon {
    width: 1.05rem;
    height: 1.05rem;
  }
  .statement {
    margin-top: 0.4rem;
  }
  li {
    margin-top: 0.5rem;
    padding-left: 0.65rem;
    border-left: 2px solid var(--attune-line);
    font-size: 0.94rem;
    line-height: 1.45;
  }
  li.alarming {
    border-left-color: var(--attune-danger);
  }
  li strong {
    font-weight: 620;
  }
  li.alarming strong {
    color: var(--attune-danger);
  }
  .quoted {
    font-family: var(--attune-font-reading);
  }
  .words + .words,
  .tail {
    margin-top: 0.15rem;
  }
  a.note {
    margin-left: 0.45rem;
    font-size: 0.8125rem;
    white-space: nowrap;
    color: var(--attune-ink-3);
    /* A finger needs room, the line does not. */
    padding-block: 0.3rem;
  }
  a.note:hover,
  a.note:focus-visible {
    color: var(--attune-accent-ink);
  }
  details {
    display: inline-block;
    margin-left: 0.45rem;
    font-size: 0.8125rem;
    color: var(--attune-ink-3);
  }
  summary {
    cursor: pointer;
    min-height: 1.5rem;
  }
  details a.note {
    display: inline-block;
    margin: 0 0.6rem 0 0;
  }
  .state {
    margin-right: 0.35rem;
    vertical-align: baseline;
    padding-block: 0;
  }
`;
