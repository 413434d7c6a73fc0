/** Styles of form fields. */

import { css } from "lit";

export const fields = css`
  .field {
    display: grid;
    align-content: start;
    gap: 0.35rem;
  }
  .field > span,
  .field > legend {
    font-size: 0.875rem;
    font-weight: 560;
    color: var(--attune-ink);
  }
  .field > small {
    color: var(--attune-ink-3);
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  input:not([type="checkbox"]):not([type="radio"]),
  select,
  textarea {
    width: 100%;
    min-width: 0;
    min-height: 2.75rem;
    padding: 0.55rem 0.8rem;
    border: 1px solid var(--attune-line-strong);
    border-radius: var(--attune-radius-s);
    background: var(--attune-surface);
    color: var(--attune-ink);
    font: inherit;
    font-size: 1rem;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--attune-ink-3);
    opacity: 1;
  }
  select {
    appearance: none;
    padding-right: 2.2rem;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--attune-ink-2) 50%),
      linear-gradient(135deg, var(--attune-ink-2) 50%, transparent 50%);
    background-position:
      right 1.15rem center,
      right 0.85rem center;
    background-size: 0.32rem 0.32rem;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  input[type="checkbox"] {
    width: 1.2rem;
    height: 1.2rem;
    margin: 0.15rem 0 0;
    accent-color: var(--attune-accent);
    flex: none;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2.5px solid var(--attune-accent);
    outline-offset: 0;
    border-color: transparent;
  }
  [aria-invalid="true"]:not([type="checkbox"]) {
    border-color: var(--attune-danger);
  }
  [aria-invalid="true"]:not([type="checkbox"]):focus-visible {
    outline-color: var(--attune-danger);
  }
  input[type="checkbox"][aria-invalid="true"] {
    outline: 2px solid var(--attune-danger);
    outline-offset: 2px;
  }
  .segmented {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.2rem;
    padding: 0.22rem;
    border-radius: 1.35rem;
    background: var(--attune-sunken);
    border: 1px solid var(--attune-line);
  }
  .segmented button {
    min-height: 2.1rem;
    padding: 0.2rem clamp(0.55rem, 2.4vw, 0.95rem);
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: var(--attune-ink-2);
    font-size: 0.9rem;
    font-weight: 560;
    cursor: pointer;
  }
  .segmented button:hover {
    color: var(--attune-ink);
  }
  .segmented button[aria-pressed="true"],
  .segmented button[aria-checked="true"],
  .segmented button[aria-selected="true"] {
    background: var(--attune-selected);
    color: var(--attune-ink);
    box-shadow: 0 1px 3px rgb(0 0 0 / 14%);
  }
  .error {
    color: var(--attune-danger);
    font-size: 0.9rem;
  }
`;
