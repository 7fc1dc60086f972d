/**
 * Work that comes to desks by itself: what lies there at the start, and what arrives while they are open, at intervals that
 * count open time only. Item n of a stream is one roll: its length is `first`, the interval to the item after it `second`;
 * item 0 is the start, which brings no work.
 */
import type { Dice } from './chance.ts';
import type { SpreadTable } from './spread.ts';
import { valueAt } from './spread.ts';
import type { Timetable } from './timetable.ts';
import { NEVER } from './units.ts';

export interface Stream {
  readonly desk: number;
  readonly urgency: number;
  /** Compiled spreads of the interval, which is never 0, and of the length, in seconds. */
  readonly every: SpreadTable;
  readonly takes: SpreadTable;
  /** Items that lie there at the start. */
  readonly backlog: number;
  /** Names of its draws: item n is visit n mod 256 of name floor(n / 256). */
  readonly drawHi: Uint32Array;
  readonly drawLo: Uint32Array;
}

/** A stream under way. */
class Flow {
  readonly urgency: number;
  readonly backlog: number;
  /** When its next item comes; NEVER when the desk is not open for so long any more. */
  dueAt = NEVER;
  private drawn = 0;
  /** The name of the draw in use. */
  private nameHi = 0;
  private nameLo = 0;
  private readonly plan: Stream;
  private readonly every: SpreadTable;
  private readonly takes: SpreadTable;
  private readonly dice: Dice;
  private readonly timetable: Timetable;

  constructor(plan: Stream, dice: Dice, timetable: Timetable) {
    this.timetable = timetable;
    this.urgency = plan.urgency;
    this.backlog = plan.backlog;
    this.plan = plan;
    this.every = plan.every;
    this.takes = plan.takes;
    this.dice = dice;
  }

  begin(): void {
    this.drawn = 0;
    this.dueAt = 0;
    this.take();
  }

  /** Draws the next item, which is due after an interval from when it comes; returns how long it takes. */
  take(): number {
    const at = this.dueAt;
    const length = this.draw();
    this.dueAt = this.timetable.openMoment(this.plan.desk, at, valueAt(this.every, this.dice.second));
    return length;
  }

  /** Draws the next item; returns how long it takes. */
  draw(): number {
    const { dice } = this;
    const item = this.drawn++;
    if ((item & 255) === 0) {
      this.nameHi = this.plan.drawHi[item >> 8]! | 0;
      this.nameLo = this.plan.drawLo[item >> 8]!;
    }
    dice.roll(this.nameHi, this.nameLo, item & 255);
    return valueAt(this.takes, dice.first);
  }
}

/** All that comes to one desk. */
export class Inflow {
  /** When something comes next, and how urgent; NEVER before the beginning, and at desks to which nothing comes. */
  nextAt = NEVER;
  urgency = 0;
  /** All of it is equally urgent. */
  readonly isUniform: boolean;
  private nextOf = 0;
  private readonly flows: readonly Flow[];

  constructor(streams: readonly Stream[], dice: Dice, timetable: Timetable) {
    this.isUniform = streams.every(({ urgency }) => urgency === streams[0]?.urgency);
    this.flows = streams.map((stream) => new Flow(stream, dice, timetable));
  }

  /** Begins at time 0, handing over each item that lies there. */
  begin(enter: (urgency: number, length: number) => void): void {
    for (const flow of this.flows) {
      flow.begin();
      for (let left = flow.backlog; left > 0; left--) enter(flow.urgency, flow.draw());
    }
    this.look();
  }

  /** Takes what comes next; returns how long it takes. */
  take(): number {
    const flow = this.flows[this.nextOf]!;
    const length = flow.take();
    if (this.flows.length === 1) this.nextAt = flow.dueAt;
    else this.look();
    return length;
  }

  /** Which stream is due first; of several the first. */
  private look(): void {
    const { flows } = this;
    let at = NEVER;
    for (let i = 0; i < flows.length; i++) {
      const { dueAt, urgency } = flows[i]!;
      if (dueAt >= at) continue;
      at = dueAt;
      this.nextOf = i;
      this.urgency = urgency;
    }
    this.nextAt = at;
  }
}

/** The most items that streams' draws have names for. */
export const mostItems = (streams: readonly Stream[]): number =>
  streams.reduce((sum, { drawHi }) => sum + drawHi.length * 256, 0);
