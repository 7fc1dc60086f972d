/**
 * Desks the slow way, second by second, written from the rules in words and sharing no code with desks.ts:
 * what a planner with a stopwatch would see. Times are whole seconds.
 */
export interface SlowPlan {
  readonly staffing: readonly { readonly from: number; readonly until: number; readonly people: number }[];
  readonly atClose: 'finish' | 'hold';
  readonly onCall?: { readonly atLeast: number; readonly callInSeconds: number } | undefined;
}

export interface Job {
  readonly desk: number;
  readonly urgency: number;
  readonly duration: number;
  readonly arrives: number;
  /** When it is taken back, if it is then still at its desk. */
  readonly withdrawn: number | undefined;
  /**
   * When in its second it comes: before anything else, before work ends, with what comes by itself, or last of all, which
   * is what is meant when nothing is said.
   */
  readonly comes?: Turn;
}

export type Turn = 'first' | 'early' | 'itself' | 'late';

/** What is known of a ticket at a time: `place` as placeInQueue, and the parts so far. */
export interface Seen {
  place: number;
  working: number;
  waiting: number;
  closed: number;
}

interface Ticket extends Seen {
  readonly job: Job;
  state: 'coming' | 'queued' | 'shift' | 'call' | 'gone';
  callIn: number;
  left: number;
  end: number;
}

function peopleAt(plan: SlowPlan, time: number): number {
  return plan.staffing.find(({ from, until }) => from <= time && time < until)?.people ?? 0;
}

export class SlowDesks {
  readonly tickets: Ticket[];
  readonly starts: string[] = [];
  /** Desks whose person on call has just done something there. */
  private readonly stillIn = new Set<number>();
  private readonly plans: readonly SlowPlan[];

  constructor(plans: readonly SlowPlan[], jobs: readonly Job[]) {
    this.plans = plans;
    this.tickets = jobs.map((job) => ({
      job,
      state: 'coming',
      callIn: 0,
      left: job.duration,
      end: -1,
      place: -1,
      working: 0,
      waiting: 0,
      closed: 0,
    }));
  }

  /** All that happens at a second, in the order an agenda would give: ends, people, what comes by itself, withdrawals, arrivals. */
  happen(time: number): void {
    for (const turn of ['first', 'early'] as const) {
      for (const ticket of this.comingAt(time, turn)) {
        ticket.state = 'queued';
        this.giveOut(ticket.job.desk, time);
      }
    }
    this.settle(time);
    this.arrive(time, 'itself');
    for (const ticket of this.tickets) {
      if (ticket.job.withdrawn !== time || ticket.state === 'coming' || ticket.state === 'gone') continue;
      ticket.state = 'gone';
      ticket.end = time;
      this.settle(time);
    }
    this.arrive(time, 'late');
  }

  /** The second from `time` to `time + 1` passes. */
  pass(time: number): void {
    for (const ticket of this.tickets) {
      if (ticket.state === 'coming' || ticket.state === 'gone') continue;
      const plan = this.planOf(ticket);
      const open = peopleAt(plan, time) > 0;
      if (ticket.state === 'queued') ticket[open ? 'waiting' : 'closed']++;
      else if (ticket.state === 'call' && ticket.callIn > 0) {
        ticket.callIn--;
        ticket.waiting++;
      } else if (ticket.state === 'shift' && plan.atClose === 'hold' && !open) ticket.closed++;
      else {
        ticket.left--;
        ticket.working++;
      }
    }
  }

  placeOf(ticket: Ticket): number {
    if (ticket.state === 'coming' || ticket.state === 'gone') return -1;
    if (ticket.state !== 'queued') return 0;
    return 1 + this.queueOf(ticket.job.desk).indexOf(ticket);
  }

  queueOf(desk: number): Ticket[] {
    return this.tickets
      .filter((ticket) => ticket.state === 'queued' && ticket.job.desk === desk)
      .sort((a, b) => a.job.urgency - b.job.urgency || a.job.arrives - b.job.arrives);
  }

  private comingAt(time: number, turn: Turn): Ticket[] {
    return this.tickets.filter(({ job }) => job.arrives === time && (job.comes ?? 'late') === turn);
  }

  private arrive(time: number, turn: Turn): void {
    for (const ticket of this.comingAt(time, turn)) {
      ticket.state = 'queued';
      this.settle(time);
    }
  }

  private planOf(ticket: Ticket): SlowPlan {
    const plan = this.plans[ticket.job.desk];
    if (plan === undefined) throw new Error('a job for no desk');
    return plan;
  }

  /** Ends what is done and gives out what can start, until nothing moves. */
  private settle(time: number): void {
    for (const desk of this.plans.keys()) this.giveOut(desk, time);
    const done = this.tickets.find(({ state, callIn, left }) => isServed(state) && callIn === 0 && left === 0);
    if (done === undefined) return;
    if (done.state === 'call') this.stillIn.add(done.job.desk);
    done.state = 'gone';
    done.end = time;
    this.giveOut(done.job.desk, time);
    this.stillIn.clear();
    this.settle(time);
  }

  private giveOut(desk: number, time: number): void {
    const plan = this.plans[desk];
    const first = this.queueOf(desk)[0];
    if (plan === undefined || first === undefined) return;
    const here = this.tickets.filter((ticket) => ticket.job.desk === desk);
    const people = peopleAt(plan, time);
    if (here.filter(({ state }) => state === 'shift').length < people) first.state = 'shift';
    else if (people === 0 && plan.onCall && first.job.urgency <= plan.onCall.atLeast) {
      if (here.some(({ state }) => state === 'call')) return;
      first.state = 'call';
      // Whoever has just done something there need not come in again.
      first.callIn = this.stillIn.has(desk) ? 0 : plan.onCall.callInSeconds;
    } else return;
    this.starts.push(`${this.tickets.indexOf(first)}@${time}`);
    this.giveOut(desk, time);
  }
}

function isServed(state: Ticket['state']): boolean {
  return state === 'shift' || state === 'call';
}
