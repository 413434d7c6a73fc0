/** Keeps answers in the order of their questions: one that was overtaken would bring back what was before. */
export class InOrder {
  private asked = 0;
  private taken = 0;

  /** The number of a question that is asked now. */
  ask(): number {
    return ++this.asked;
  }

  /** Whether the answer to this question is taken: not after a later one's was. */
  takes(question: number): boolean {
    if (question < this.taken) return false;
    this.taken = question;
    return true;
  }
}
