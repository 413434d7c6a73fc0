import { css } from "lit";

/** Lists of clients and of their sessions. */
export const clientsStyles = css`
  .page.wide {
    max-width: 82rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 1rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .list {
    overflow: hidden;
  }
  .list > li + li {
    border-top: 1px solid var(--attune-line);
  }
  .list > li {
    display: flex;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .list a {
    flex: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    min-width: 0;
    padding: 0.95rem 1.1rem 0.95rem 1.3rem;
    color: inherit;
    text-decoration: none;
  }
  .list a:hover {
    background: var(--attune-sunken);
  }
  .list a:focus-visible {
    outline-offset: -3px;
    border-radius: var(--attune-radius);
  }
  .list a > attune-icon {
    color: var(--attune-ink-3);
    flex: none;
  }
  .list .button {
    margin: 0.5rem 1rem 0.5rem 0;
    flex: none;
  }
  .who {
    display: grid;
    gap: 0.1rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .who strong {
    font-weight: 600;
  }
  details.more[open] > summary {
    margin-bottom: 0.65rem;
  }
  summary {
    width: max-content;
    max-width: 100%;
    cursor: pointer;
  }
  .more {
    display: grid;
    gap: 0.65rem;
  }
  @media (max-width: 560px) {
    .list > li {
      flex-wrap: wrap;
      gap: 0;
    }
    .list a {
      flex-basis: 100%;
    }
    .list .button {
      margin: 0 1.1rem 0.9rem 1.3rem;
    }
  }
`;
