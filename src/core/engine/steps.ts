/** The ledger's trail while a run goes on: charged stretches of time as columns, each naming the step that enabled it. */
import type { Trail } from '../model/ledger.ts';

export class Steps implements Trail {
  count = 0;
  after = new Int32Array(256);
  since = new Int32Array(256);
  until = new Int32Array(256);
  cause = new Int32Array(256);
  working = new Int32Array(256);
  waiting = new Int32Array(256);
  closed = new Int32Array(256);
  stretch = new Int32Array(256);
  /** Whose step: task, and for friction the process and its work; the desk or -1. Told, not walked. */
  task = new Int32Array(256);
  process = new Int32Array(256);
  work = new Int32Array(256);
  desk = new Int32Array(256);

  /** A new step from `since` until `until`; the split is to be written by the caller. Returns its number. */
  add(after: number, since: number, until: number, cause: number): number {
    if (this.count === this.after.length) this.widen();
    const step = this.count++;
    this.after[step] = after;
    this.since[step] = since;
    this.until[step] = until;
    this.cause[step] = cause;
    this.process[step] = -1;
    this.work[step] = -1;
    this.desk[step] = -1;
    this.stretch[step] = 1000;
    return step;
  }

  split(step: number, working: number, waiting: number, closed: number): void {
    this.working[step] = working;
    this.waiting[step] = waiting;
    this.closed[step] = closed;
  }

  private widen(): void {
    const columns = [
      'after',
      'since',
      'until',
      'cause',
      'working',
      'waiting',
      'closed',
      'stretch',
      'task',
      'process',
      'work',
      'desk',
    ] as const;
    for (const column of columns) {
      const wider = new Int32Array(this[column].length * 2);
      wider.set(this[column]);
      this[column] = wider;
    }
  }
}
