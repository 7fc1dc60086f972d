/** How busy desks are, while they are open, with what is not the exercise's (R15). */
import type { Spread } from '../src/core/kernel/spread.ts';
import { compileSpread } from '../src/core/kernel/spread.ts';
import type { Organisation } from '../src/core/model/coalition.ts';
import { deskRoles } from '../src/core/model/coalition.ts';

type Desk = Organisation['desks'][number];
type Shift = Desk['hours'][number];

const MINUTES = 24 * 60;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The mean of a compiled spread, each cell taken at its middle. */
function meanOf(spread: Spread): number {
  const table = compileSpread(spread);
  const cells = table.length - 1;
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) sum += (table[cell]! + table[cell + 1]!) / 2;
  return sum / cells;
}

function daysOf({ days }: Shift): readonly string[] {
  if (days === 'daily') return WEEK;
  return days === 'mon-fri' ? WEEK.slice(0, 5) : days;
}

const minuteOf = (wall: string): number => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(2));

/** People at the desk in each minute of the week. */
function staffing(desk: Desk): Uint8Array {
  const people = new Uint8Array(7 * MINUTES);
  for (const shift of desk.hours) {
    const from = minuteOf(shift.from);
    const lasts = (minuteOf(shift.until) - from + MINUTES) % MINUTES || MINUTES;
    for (const day of daysOf(shift)) {
      const start = WEEK.indexOf(day as (typeof WEEK)[number]) * MINUTES + from;
      for (let minute = start; minute < start + lasts; minute++) people[minute % people.length]! += shift.people;
    }
  }
  return people;
}

/** Of what the people of a desk can do in the hours in which anybody sits there. */
export function loadOf(desk: Desk): number {
  const people = staffing(desk).filter((each) => each > 0);
  const onDuty = people.reduce((sum, each) => sum + each, 0) / people.length;
  return desk.background.reduce((sum, { every, takes }) => sum + meanOf(takes) / meanOf(every), 0) / onDuty;
}

/** One organisation: its desks' loads in the order of `deskRoles`, and a dash where it has none. */
export function loadsOf({ desks }: Organisation): string[] {
  const found = deskRoles.map((role) => desks.find((desk) => desk.role === role));
  return found.map((desk) => (desk === undefined ? '–' : loadOf(desk).toFixed(2)));
}
