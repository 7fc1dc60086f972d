/** Answers of a pure function by what was asked. It remembers so many; when there are more it forgets all and begins again. */
export class Memo<Answer> {
  private readonly answers = new Map<string, Answer>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The answer, made only when it is not remembered. Shared: not to be written to. */
  of(asked: string, make: () => Answer): Answer {
    const known = this.answers.get(asked);
    if (known !== undefined) return known;
    const answer = make();
    if (this.answers.size >= this.most) this.answers.clear();
    this.answers.set(asked, answer);
    return answer;
  }

  get size(): number {
    return this.answers.size;
  }
}
