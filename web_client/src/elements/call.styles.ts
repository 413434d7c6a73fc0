import { css } from "lit";

export const callStyles = css`
  :host {
    display: block;
    height: 100dvh;
    background: var(--attune-stage);
    color: var(--attune-stage-ink);
  }
  .layout {
    height: 100%;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  .layout[data-panel] {
    grid-template-columns: minmax(0, 1fr) clamp(21rem, 28vw, 27rem);
  }
  .main {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 0.75rem;
    padding: max(0.75rem, env(safe-area-inset-top)) 0.75rem max(0.9rem, env(safe-area-inset-bottom));
    min-width: 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    min-height: 2.4rem;
    padding-inline: 0.25rem;
  }
  .top h1 {
    font-size: 1rem;
    font-weight: 580;
    letter-spacing: 0;
  }
  .top attune-own-ear {
    flex: 1;
  }
  .clock {
    color: var(--attune-stage-ink-2);
    font-variant-numeric: tabular-nums;
    font-size: 0.925rem;
  }
  .grow {
    flex: 1;
  }
  attune-knocks {
    position: absolute;
    z-index: 3;
    top: 4rem;
    inset-inline: 1rem;
  }
  .lost {
    position: absolute;
    z-index: 4;
    top: 4.6rem;
    left: 50%;
    transform: translateX(-50%);
    display: flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0.55rem 1.1rem;
    border-radius: 999px;
    background: var(--attune-warn-soft);
    color: var(--attune-warn);
    font-weight: 560;
    white-space: nowrap;
  }
  /* Below one's own choices, which stand in two rows here. */
  @media (max-width: 700px) {
    .lost {
      top: 8.9rem;
    }
  }
  .side {
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
    background: var(--attune-surface);
    color: var(--attune-ink);
    border-left: 1px solid var(--attune-line);
  }
  .tabs {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.7rem 0.9rem;
    border-bottom: 1px solid var(--attune-line);
  }
  .tabs .segmented {
    flex: 1;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: auto;
  }
  .tabs .segmented button {
    padding-inline: 0.4rem;
    font-size: 0.85rem;
    white-space: nowrap;
  }
  .tabs h2 {
    flex: 1;
    font-size: 1.05rem;
  }
  .side attune-transcript,
  .side attune-masked,
  .side attune-chat {
    flex: 1;
  }
  .said {
    position: absolute;
    z-index: 3;
    bottom: 5.2rem;
    left: 50%;
    transform: translateX(-50%);
    max-width: calc(100% - 2rem);
    padding: 0.55rem 1.1rem;
    border-radius: 14px;
    background: var(--attune-raised);
    color: var(--attune-ink);
    box-shadow: var(--attune-shadow-2);
    font-size: 0.925rem;
  }
  @media (max-width: 900px) {
    .layout[data-panel] {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 42dvh) minmax(0, 1fr);
    }
    .side {
      border-left: 0;
      border-radius: 18px 18px 0 0;
      overflow: hidden;
    }
    .layout[data-panel] .main {
      padding-bottom: 0.6rem;
    }
  }
  /* A phone: the words get the room, the faces stay in sight above them. */
  @media (max-width: 600px) {
    .layout[data-panel] {
      grid-template-rows: clamp(12.5rem, 27dvh, 15rem) minmax(0, 1fr);
    }
    .layout[data-panel] .main {
      gap: 0.4rem;
      padding: max(0.35rem, env(safe-area-inset-top)) 0.5rem 0.5rem;
    }
    .layout[data-panel] .top {
      min-height: 1.9rem;
      flex-wrap: nowrap;
    }
    .layout[data-panel] .top h1 {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .layout[data-panel] attune-stage {
      --own-width: 3.4rem;
      --alone-padding: 0.5rem 4.6rem 0.5rem 0.8rem;
      --alone-size: 1rem;
    }
    .layout[data-panel] attune-controls {
      --control-size: 2.75rem;
    }
    .tabs {
      padding: 0.35rem 0.75rem;
    }
  }
  .device-dialog {
    margin-top: 0.25rem;
  }
`;
