/** Styles that every element shares: type, buttons, fields, cards, chips. */

import { css } from "lit";

export const shared = css`
  :host {
    font-family: var(--attune-font);
    color: var(--attune-ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: clamp(1.65rem, 1.3rem + 1.3vw, 2.15rem);
    font-weight: 620;
    line-height: 1.15;
    letter-spacing: -0.022em;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.2rem;
    font-weight: 620;
    line-height: 1.3;
    letter-spacing: -0.012em;
  }
  h3 {
    font-size: 0.95rem;
    font-weight: 620;
    line-height: 1.4;
  }
  p {
    text-wrap: pretty;
  }
  a {
    color: var(--attune-accent-ink);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  :focus-visible {
    outline: 2.5px solid var(--attune-accent);
    outline-offset: 2px;
  }
  .muted {
    color: var(--attune-ink-2);
  }
  .small {
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .faint {
    color: var(--attune-ink-3);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .between {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 1rem;
  }
  .card {
    background: var(--attune-surface);
    border: 1px solid var(--attune-line);
    border-radius: var(--attune-radius);
    box-shadow: var(--attune-shadow-1);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

export const buttons = css`
  button {
    font: inherit;
    color: inherit;
    -webkit-tap-highlight-color: transparent;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding: 0.5rem 1.1rem;
    border: 1px solid var(--attune-line-strong);
    border-radius: 999px;
    background: var(--attune-surface);
    color: var(--attune-ink);
    font-weight: 560;
    font-size: 0.95rem;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 0.15s,
      border-color 0.15s,
      color 0.15s;
  }
  .button:hover {
    background: var(--attune-sunken);
  }
  .button.primary {
    background: var(--attune-accent);
    border-color: var(--attune-accent);
    color: var(--attune-on-accent);
  }
  .button.primary:hover {
    background: var(--attune-accent-hover);
    border-color: var(--attune-accent-hover);
  }
  .button.danger {
    background: var(--attune-danger);
    border-color: var(--attune-danger);
    color: var(--attune-on-danger);
  }
  .button.danger:hover {
    background: var(--attune-danger-hover);
    border-color: var(--attune-danger-hover);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--attune-accent-ink);
    padding-inline: 0.7rem;
  }
  .button.quiet:hover {
    background: var(--attune-accent-soft);
  }
  .button.compact {
    min-height: 2.25rem;
    padding: 0.3rem 0.85rem;
    font-size: 0.875rem;
  }
  .button:disabled,
  .button[aria-disabled="true"] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 2.5rem;
    height: 2.5rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: var(--attune-ink-2);
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--attune-sunken);
    color: var(--attune-ink);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    padding: 0.15rem 0.65rem;
    border-radius: 999px;
    background: var(--attune-sunken);
    color: var(--attune-ink-2);
    font-size: 0.8125rem;
    font-weight: 560;
    line-height: 1.55;
    white-space: nowrap;
  }
  .chip.accent {
    background: var(--attune-accent-soft);
    color: var(--attune-accent-ink);
  }
  .chip.warn {
    background: var(--attune-warn-soft);
    color: var(--attune-warn);
  }
  .chip.danger {
    background: var(--attune-danger-soft);
    color: var(--attune-danger);
  }
`;

export { fields } from "./fields";
