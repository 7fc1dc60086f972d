/**
 * Facts as the engine writes them while it runs: rows of eight small integers, nothing allocated per fact.
 * `tell.ts` turns rows into readable facts when somebody asks.
 */
export const ROW = 8;

export const kinds = [
  'InjectDelivered', // task
  'IncidentBegan', // incident
  'TaskBegan', // task
  'TaskEnded', // task, outcome (-1 overtaken), sensor (-1 none)
  'ProductHeld', // product, organisation, form, task
  'FrictionMoved', // process, event (-1 start), pair
  'WorkQueued', // task, process (-1 the task's own), work, desk, ahead, opens at (-1 open)
  'WorkBegan', // task, process, work, desk, on call
  'StepEnded', // step
  'DecisionOffered', // task, deadline, open options as bits
  'OptionOpened', // task, option
  'DecisionTaken', // task, option, taker, in force at
  'DecisionWithdrawn', // task
  'ResponseMoved', // incident, pair
  'WindowClosed', // incident, met
  'ResponseEnded', // incident, status, window met, elapsed, step, first observable
  'BranchTaken', // incident, branch, closes
  'PromiseMade', // promise, due
  'PromiseSettled', // promise, how (0 kept, 1 broken, 2 dropped)
  'TrustMoved', // of, in, move, trust
  'PartnershipMoved', // of, in, pair
  'SourceExposed', // task
  'ThirdPartyBreached', // task
  'EscalationMoved', // rung, move
  'RunEnded', //
] as const;
export type Kind = (typeof kinds)[number];

/** Number of each kind of row. */
export const K = Object.fromEntries(kinds.map((kind, k) => [kind, k])) as Readonly<Record<Kind, number>>;

/** A log that grows by doubling and is emptied by being told. */
export class FactRows {
  cells = new Int32Array(ROW * 256);
  count = 0;

  /** Adds a row: kind, time, then up to six numbers. */
  add(kind: number, at: number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0): void {
    let i = this.count * ROW;
    if (i === this.cells.length) {
      const wider = new Int32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    const { cells } = this;
    cells[i++] = kind;
    cells[i++] = at;
    cells[i++] = a;
    cells[i++] = b;
    cells[i++] = c;
    cells[i++] = d;
    cells[i++] = e;
    cells[i] = f;
    this.count++;
  }
}
