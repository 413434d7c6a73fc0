import { css } from "lit";

/** The page about the clinician's style: a switch, rules by kind, what can be done with all of them. */
export const styleStyles = css`
  .switch {
    display: flex;
    gap: 0.75rem;
    padding: 1rem 1.3rem;
  }
  .switch strong {
    font-weight: 600;
  }
  .switch p {
    margin-top: 0.2rem;
  }
  .group {
    display: grid;
    gap: 0.6rem;
  }
  .group h2 {
    font-size: 1rem;
  }
  .rules {
    overflow: hidden;
  }
  .rules > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.4rem 1rem;
    padding: 0.85rem 0.9rem 0.85rem 1.3rem;
  }
  .rules > li + li {
    border-top: 1px solid var(--attune-line);
  }
  .rules .said {
    overflow-wrap: anywhere;
  }
  .rules li[data-standing="off"] .said,
  .rules li[data-standing="fading"] .said {
    color: var(--attune-ink-3);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.6rem;
    align-items: center;
    margin-top: 0.2rem;
  }
  .acts {
    display: flex;
    align-items: center;
    gap: 0.15rem;
  }
  .use {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding-inline: 0.4rem;
    cursor: pointer;
  }
  .use input {
    margin: 0;
  }
  .all {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .all .quiet {
    color: var(--attune-danger);
  }
  .none {
    padding: 1.6rem 1.3rem;
    display: grid;
    gap: 0.4rem;
  }
  .promise {
    display: flex;
    gap: 0.55rem;
  }
  .promise attune-icon {
    color: var(--attune-accent-ink);
  }
  form {
    display: grid;
    gap: 0.8rem;
    padding-top: 0.6rem;
    color: var(--attune-ink);
  }
  @media (max-width: 560px) {
    .rules > li {
      grid-template-columns: minmax(0, 1fr);
      padding: 0.85rem 1.1rem;
    }
    .acts {
      margin-left: -0.4rem;
    }
  }
`;
