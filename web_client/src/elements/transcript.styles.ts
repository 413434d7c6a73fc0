import { css } from "lit";

export const transcriptStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    position: relative;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 0.35rem;
    padding: 0.6rem 0.9rem;
    border-bottom: 1px solid var(--attune-line);
  }
  .search {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .search attune-icon {
    position: absolute;
    left: 0.7rem;
    top: 50%;
    transform: translateY(-50%);
    width: 1.05rem;
    height: 1.05rem;
    color: var(--attune-ink-3);
    pointer-events: none;
  }
  .search input {
    min-height: 2.3rem !important;
    padding: 0.25rem 0.6rem 0.25rem 2.1rem !important;
    border-color: var(--attune-line) !important;
    background: var(--attune-sunken) !important;
    border-radius: 999px !important;
    font-size: 0.9rem !important;
  }
  .size {
    font-weight: 620;
    font-size: 0.95rem;
  }
  .size small {
    font-size: 0.72rem;
  }
  .count {
    padding: 0.4rem 1.1rem 0;
  }
  .lines {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0.9rem 0 1.2rem;
    scroll-behavior: auto;
    font-size: var(--size, 1rem);
  }
  li {
    position: relative;
    padding: 0.3rem 1.1rem 0.3rem 1.1rem;
    border-left: 3px solid transparent;
  }
  li.turn {
    margin-top: 0.75rem;
  }
  li:first-child {
    margin-top: 0;
  }
  .who {
    display: flex;
    align-items: baseline;
    gap: 0.55rem;
    margin-bottom: 0.15rem;
    font-size: 0.84em;
  }
  .who b {
    font-weight: 640;
    color: var(--speaker);
  }
  .guess {
    color: var(--attune-warn);
    font-weight: 560;
  }
  .said {
    width: auto;
    min-height: 1.9rem;
    padding: 0.1rem 1.9rem 0.1rem 0.5rem;
    border: 1px dashed var(--attune-line-strong);
    color: var(--speaker);
    font-size: 0.9em;
    font-weight: 600;
  }
  .who b::before {
    content: "";
    display: inline-block;
    width: 0.5em;
    height: 0.5em;
    margin-right: 0.45em;
    border-radius: 50%;
    background: var(--speaker);
  }
  time {
    color: var(--attune-ink-3);
    font-variant-numeric: tabular-nums;
    font-size: 0.92em;
  }
  .speaker-0 {
    --speaker: var(--attune-speaker-0);
  }
  .speaker-1 {
    --speaker: var(--attune-speaker-1);
  }
  .speaker-2 {
    --speaker: var(--attune-speaker-2);
  }
  .speaker-3 {
    --speaker: var(--attune-speaker-3);
  }
  .speaker-4 {
    --speaker: var(--attune-speaker-4);
  }
  .speaker-5 {
    --speaker: var(--attune-speaker-5);
  }
  .text {
    line-height: 1.55;
    padding-right: 2.2rem;
    overflow-wrap: anywhere;
  }
  /* Tentative words differ in colour and by the edge, not in shape: nothing shifts when they become final. */
  li.partial {
    border-left: 3px dotted var(--attune-line-strong);
  }
  li.partial .text {
    color: var(--attune-ink-2);
  }
  li.partial .moving {
    color: var(--attune-ink-3);
  }
  li.unsure .text {
    text-decoration: underline dotted var(--attune-warn);
    text-underline-offset: 0.25em;
  }
  mark {
    background: var(--attune-warn-soft);
    color: inherit;
    border-radius: 3px;
    box-shadow: 0 0 0 2px var(--attune-warn-soft);
  }
  li.lit {
    background: var(--attune-accent-soft);
    border-left-color: var(--attune-accent);
  }
  .strike {
    position: absolute;
    right: 0.55rem;
    bottom: 0.1rem;
    width: 2rem;
    height: 2rem;
    opacity: 0;
  }
  li:hover .strike,
  li:focus-within .strike,
  .strike:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    .strike {
      opacity: 0.75;
    }
  }
  .jump {
    position: absolute;
    bottom: 1rem;
    left: 50%;
    transform: translateX(-50%);
    box-shadow: var(--attune-shadow-2);
    z-index: 1;
  }
  .empty {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.7rem;
    flex: 1;
    padding: 2rem 1.5rem;
    text-align: center;
    color: var(--attune-ink-2);
  }
  .empty attune-icon {
    width: 1.8rem;
    height: 1.8rem;
    color: var(--attune-ink-3);
  }
`;
