import { css } from "lit";

/** The pages of a practice's own note formats. */
export const templatesStyles = css`
  .page.editor {
    max-width: 76rem;
    padding-bottom: 7rem;
  }
  .begin {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.8rem;
    padding: 1.1rem 1.3rem 1.2rem;
  }
  .begin .field {
    flex: 1 1 14rem;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 21rem;
    align-items: start;
    gap: 1.4rem 2rem;
  }
  .two > aside {
    position: sticky;
    top: 1.2rem;
  }
  .sections {
    display: grid;
    gap: 1rem;
  }
  .bar {
    position: fixed;
    inset: auto 0 0;
    z-index: 2;
    border-top: 1px solid var(--attune-line);
    background: var(--attune-raised);
  }
  .bar > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.6rem;
    max-width: 76rem;
    margin-inline: auto;
    padding: 0.7rem clamp(1.1rem, 4vw, 2.5rem);
  }
  .bar .says {
    flex: 1;
    min-width: 8rem;
  }
  @media (max-width: 900px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .two > aside {
      position: static;
    }
  }
  @media (max-width: 560px) {
    .bar .says {
      flex-basis: 100%;
    }
    .bar .button {
      padding-inline: 0.85rem;
    }
    .begin .button {
      width: 100%;
    }
  }
`;
