import { css } from "lit";

export const noteStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 25rem);
    gap: clamp(1.5rem, 3vw, 3rem);
    max-width: 84rem;
    margin-inline: auto;
    padding: 0 clamp(1.1rem, 3vw, 2.25rem);
  }
  .columns.single {
    grid-template-columns: minmax(0, 1fr);
    max-width: 52rem;
  }
  main {
    padding: clamp(1.6rem, 3.5vw, 2.75rem) 0 4rem;
    display: grid;
    gap: 1.75rem;
    align-content: start;
    max-width: 46rem;
    width: 100%;
    justify-self: center;
    min-width: 0;
  }
  .evidence {
    position: sticky;
    top: 4.2rem;
    height: calc(100dvh - 4.2rem);
    display: flex;
    flex-direction: column;
    padding: 1.4rem 0 1.4rem;
    min-width: 0;
  }
  .evidence attune-voices {
    flex: none;
    max-height: 45%;
    margin-bottom: 0.9rem;
    overflow-y: auto;
  }
  .evidence attune-note-evidence {
    flex: 1;
    min-height: 0;
  }
  .joined {
    padding: 0.7rem 1rem;
    border-radius: var(--attune-radius-s);
    background: var(--attune-accent-soft);
    color: var(--attune-accent-ink);
  }
  @media (max-width: 1020px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .evidence {
      display: none;
    }
  }
`;
