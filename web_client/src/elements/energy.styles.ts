import { css } from "lit";

export const energyStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
  }
  main {
    max-width: 60rem;
    margin-inline: auto;
    padding: 1.4rem clamp(1.1rem, 4vw, 2.5rem) 3rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.6rem;
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
  .card {
    padding: clamp(1.1rem, 3vw, 1.7rem);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .wide {
    overflow-x: auto;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  h2 {
    font-size: 1.05rem;
  }
  li + li {
    margin-top: 0.5rem;
  }
  /* A phone has no room for seven columns: each row becomes a list, each figure with its column's name. */
  @media (max-width: 600px) {
    thead {
      display: block;
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      padding-block: 0.6rem;
      border-top: 1px solid var(--attune-line);
    }
    tbody th,
    tbody td {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.15rem 0 !important;
      border: 0;
      text-align: end;
    }
    tbody td::before {
      content: attr(data-label);
      flex: 1;
      text-align: start;
      color: var(--attune-ink-3);
    }
  }
`;

/** Tables of figures: the first column names the row, the others are numbers. */
export const figureTable = css`
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.9rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    font-weight: 620;
    padding-bottom: 0.4rem;
  }
  th,
  td {
    padding: 0.5rem 0.8rem 0.5rem 0;
    text-align: end;
    vertical-align: top;
    white-space: nowrap;
    border-top: 1px solid var(--attune-line);
  }
  th {
    font-weight: 560;
  }
  thead th {
    border-top: 0;
    color: var(--attune-ink-3);
    vertical-align: bottom;
  }
  th:first-child,
  th:last-child,
  td:last-child {
    text-align: start;
  }
  th:last-child,
  td:last-child {
    padding-right: 0;
    padding-left: 0.4rem;
  }
  td small {
    display: block;
    color: var(--attune-ink-3);
  }
`;
