/**
 * What happens next: an indexed binary heap over a fixed number of slots, each with at most one time.
 * The order is total, by time and then by slot number, so that a run never depends on who was entered first.
 * Nothing is allocated after creation.
 */
import { NEVER } from './units.ts';

export interface Agenda {
  /** Slots with a time. */
  readonly size: number;
  /** Gives a slot a time, or moves it; NEVER clears it. Times are int32. Throws on another slot or time. */
  set(slot: number, time: number): void;
  /** Takes a slot's time away, if it has one. */
  clear(slot: number): void;
  isSet(slot: number): boolean;
  /** A slot's time; NEVER when it has none. */
  timeOf(slot: number): number;
  /** The earliest time; NEVER when there is none. */
  nextTime(): number;
  /** Clears the earliest slot and returns its number. Throws when there is none. */
  take(): number;
  /** Clears every slot. */
  reset(): void;
}

const ABSENT = -1;

class HeapAgenda implements Agenda {
  size = 0;
  /** Heap order: the slots and, beside them, their times. */
  private readonly heap: Int32Array;
  private readonly times: Int32Array;
  /** Where in the heap a slot stands, or ABSENT. */
  private readonly places: Int32Array;

  constructor(slots: number) {
    this.heap = new Int32Array(slots);
    this.times = new Int32Array(slots);
    this.places = new Int32Array(slots).fill(ABSENT);
  }

  set(slot: number, time: number): void {
    const place = this.placeOf(slot);
    if (time !== (time | 0)) throw new RangeError(`${time} is not a time on the agenda`);
    if (time === NEVER) {
      this.clear(slot);
      return;
    }
    if (place === ABSENT) this.rise(this.size++, slot, time);
    else if (time <= this.times[place]!) this.rise(place, slot, time);
    else this.sink(place, slot, time);
  }

  clear(slot: number): void {
    const place = this.placeOf(slot);
    if (place === ABSENT) return;
    this.places[slot] = ABSENT;
    const last = --this.size;
    if (place === last) return;
    this.settle(place, this.heap[last]!, this.times[last]!);
  }

  isSet(slot: number): boolean {
    return this.placeOf(slot) !== ABSENT;
  }

  timeOf(slot: number): number {
    const place = this.placeOf(slot);
    return place === ABSENT ? NEVER : this.times[place]!;
  }

  nextTime(): number {
    return this.size === 0 ? NEVER : this.times[0]!;
  }

  take(): number {
    if (this.size === 0) throw new Error('took from an empty agenda');
    const slot = this.heap[0]!;
    this.places[slot] = ABSENT;
    const last = --this.size;
    if (last > 0) this.sink(0, this.heap[last]!, this.times[last]!);
    return slot;
  }

  reset(): void {
    this.places.fill(ABSENT);
    this.size = 0;
  }

  private placeOf(slot: number): number {
    const place = this.places[slot];
    if (place === undefined) throw new RangeError(`the agenda has no slot ${slot}`);
    return place;
  }

  /** Puts a slot where another was taken out. */
  private settle(place: number, slot: number, time: number): void {
    const parent = (place - 1) >> 1;
    const above = place === 0 ? time : this.times[parent]!;
    if (time < above || (time === above && place > 0 && slot < this.heap[parent]!)) this.rise(place, slot, time);
    else this.sink(place, slot, time);
  }

  private rise(from: number, slot: number, time: number): void {
    const { heap, times, places } = this;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = times[parent]!;
      if (time > above || (time === above && slot > heap[parent]!)) break;
      const moved = heap[parent]!;
      heap[place] = moved;
      times[place] = above;
      places[moved] = place;
      place = parent;
    }
    this.put(place, slot, time);
  }

  private sink(from: number, slot: number, time: number): void {
    const { heap, times, places, size } = this;
    let place = from;
    for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
      let below = times[child]!;
      const right = child + 1;
      if (right < size && (times[right]! < below || (times[right] === below && heap[right]! < heap[child]!))) {
        child = right;
        below = times[right]!;
      }
      if (time < below || (time === below && slot < heap[child]!)) break;
      const moved = heap[child]!;
      heap[place] = moved;
      times[place] = below;
      places[moved] = place;
      place = child;
    }
    this.put(place, slot, time);
  }

  private put(place: number, slot: number, time: number): void {
    this.heap[place] = slot;
    this.times[place] = time;
    this.places[slot] = place;
  }
}

/** An empty agenda over slots 0 … slots − 1. */
export function createAgenda(slots: number): Agenda {
  return new HeapAgenda(slots);
}
