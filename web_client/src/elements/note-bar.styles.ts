import { css } from "lit";

export const barStyles = css`
  :host {
    display: block;
    position: sticky;
    top: 0;
    z-index: 5;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.2rem;
    padding: 0.75rem clamp(1.1rem, 3vw, 2.25rem);
    background: var(--attune-bg);
    border-bottom: 1px solid var(--attune-line);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2.5rem;
    color: var(--attune-ink-2);
    text-decoration: none;
    font-weight: 560;
    font-size: 0.95rem;
  }
  .countdown {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    font-size: 0.9rem;
    font-weight: 540;
    color: var(--attune-warn);
  }
  .countdown.urgent {
    color: var(--attune-danger);
  }
  .save {
    min-width: 8.5rem;
    text-align: right;
  }
  .steps {
    display: inline-flex;
  }
  .icon-button[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
    background: transparent;
  }
  @media (max-width: 1020px) {
    .countdown {
      order: 3;
      flex-basis: 100%;
    }
    .button.primary {
      min-height: 2.5rem;
    }
    .back span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .back {
      padding-right: 0.6rem;
    }
    .save {
      min-width: 0;
    }
  }
  @media (max-width: 520px) {
    .bar {
      gap: 0.4rem 0.2rem;
    }
    .row {
      flex: 1;
      justify-content: flex-end;
      gap: 0.35rem;
    }
    .save {
      max-width: 4.6rem;
      line-height: 1.25;
      font-size: 0.8125rem;
    }
    .icon-button {
      width: 2.25rem;
    }
    .button.primary {
      padding-inline: 0.8rem;
    }
  }
`;
