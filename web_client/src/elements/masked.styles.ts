import { css } from "lit";

export const maskedStyles = css`
  .about {
    display: grid;
    gap: 0.35rem;
    padding: 0.75rem 1.1rem;
    border-bottom: 1px solid var(--attune-line);
  }
  .about .warn {
    color: var(--attune-warn);
  }
  .about .error {
    color: var(--attune-danger);
  }
  .about p:empty {
    display: none;
  }
  /* A phone in a call: the lines get the room. */
  @media (max-width: 600px) {
    :host([live]) .explain {
      display: none;
    }
    :host([live]) .about {
      padding: 0.4rem 0.9rem;
    }
    :host([live]) .about:not(:has(p:not(.explain):not(:empty))) {
      display: none;
    }
  }
  .mask {
    position: absolute;
    right: 0.55rem;
    bottom: 0.1rem;
    width: 2rem;
    height: 2rem;
    opacity: 0;
  }
  li:hover .mask,
  li:focus-within .mask,
  .mask:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    .mask {
      opacity: 0.75;
    }
  }
  .placeholder {
    display: inline-flex;
    align-items: center;
    min-height: 1.5rem;
    padding: 0 0.45em;
    border: 1px solid color-mix(in srgb, var(--attune-accent) 35%, transparent);
    border-radius: 0.5em;
    background: var(--attune-accent-soft);
    color: var(--attune-accent-ink);
    font: 560 0.86em/1.2 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    cursor: pointer;
  }
  .placeholder:hover,
  .placeholder[aria-expanded="true"] {
    border-color: var(--attune-accent);
  }
  .unmasked {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    color: var(--attune-ink-2);
    font-style: italic;
  }
  .unmasked.failed {
    color: var(--attune-warn);
  }
  .panel {
    display: grid;
    gap: 0.55rem;
    justify-items: start;
    margin: 0.35rem 2.2rem 0.5rem 0;
    padding: 0.75rem 0.85rem;
    border: 1px solid var(--attune-line);
    border-radius: var(--attune-radius-s);
    background: var(--attune-raised);
    font-size: 0.925rem;
    overflow-wrap: anywhere;
  }
  .panel .row {
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .word {
    min-width: 1.5rem;
    min-height: 1.75rem;
    padding: 0.05em 0.3em;
    border: 1px dashed var(--attune-line-strong);
    border-radius: 0.4em;
    background: transparent;
    cursor: pointer;
  }
  .word[aria-pressed="true"] {
    border-style: solid;
    border-color: var(--attune-accent);
    background: var(--attune-accent-soft);
    color: var(--attune-accent-ink);
  }
  .picking {
    line-height: 2.1;
  }
  /* What the placeholder under the pointer stands for: always in the same place, so that nothing is covered. */
  .meaning {
    min-height: 2.6rem;
    padding: 0.6rem 1.1rem;
    border-top: 1px solid var(--attune-line);
    background: var(--attune-sunken);
    overflow-wrap: anywhere;
  }
  details {
    border-bottom: 1px solid var(--attune-line);
    padding: 0.5rem 1.1rem;
  }
  summary {
    min-height: 2rem;
    align-content: center;
    cursor: pointer;
    font-size: 0.9rem;
    font-weight: 560;
  }
  details ul {
    display: grid;
    gap: 0.4rem;
    max-height: 11rem;
    overflow-y: auto;
    padding-block: 0.4rem;
  }
  details li {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0;
    border: 0;
    font-size: 0.925rem;
  }
  details li b {
    flex: 1;
    min-width: 0;
    font-weight: 560;
    overflow-wrap: anywhere;
  }
`;
