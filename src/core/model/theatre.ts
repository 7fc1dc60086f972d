/** The theatre: places that are public, satellites and sensors as far as the viewer knows them, and where the sun stands. */
import { civilOf, daysFromCivil, parseInstant } from '../kernel/calendar.ts';
import type { Nation } from './coalition.ts';
import type { Incident } from './incident.ts';
import type { Access } from './scenario.ts';
import type { Setting } from './setting.ts';
import type { Flown } from './sights.ts';
import { windowsAsFlown } from './sights.ts';
import type { Theatre, TheatreLink } from './view.ts';

export interface Viewer {
  /** The seat, or null for control, who sees all. */
  readonly seat: string | null;
  readonly now: number;
  /** Incidents that the viewer knows of, by id. */
  readonly incidents: readonly string[];
  readonly links: readonly TheatreLink[];
  /** The turns that an incident has taken so far. */
  readonly turnsOf: Flown['turnsOf'];
  /** Objects whose track reached the seat in writing, and when it last did. */
  readonly tracked: ReadonlyMap<string, number>;
}

export function theatreFor(setting: Setting, viewer: Viewer): Theatre {
  const { scenario, coalition, access } = setting.definition;
  const seat = viewer.seat === null ? undefined : setting.seats.get(viewer.seat);
  const isShown = ({ nation }: { nation: string }): boolean =>
    seat === undefined || !isOpponent(setting.nations.get(nation), seat.nation);
  const objects = objectsOf(scenario.incidents.filter(({ id }) => viewer.incidents.includes(id)));
  const { turnsOf } = viewer;
  const flown = windowsAsFlown({ access, incidents: scenario.incidents, turnsOf });
  const windows = flown.filter(({ object }) => objects.has(object));
  return {
    organisations: coalition.organisations
      .filter((one) => setting.cast.organisations.has(one.id) && isShown(one))
      .map(({ id, short, name, nation, latitude, longitude }) => {
        const own = seat?.organisations.includes(id) ?? false;
        return { id, short, name, nation, latitude, longitude, own };
      }),
    sensors: coalition.sensors
      .filter((one) => setting.cast.sensors.has(one.id) && isShown(one))
      .map(({ id, name, nation, kind, latitude, longitude }) => {
        const told = seat === undefined || nation === seat.nation;
        const sees = told ? inView(windows, { sensor: id, now: viewer.now }) : [];
        return { id, name, nation, kind, latitude, longitude, sees };
      }),
    satellites: scenario.satellites.flatMap(({ id, name, nation, regime, longitude, drift, role }) => {
      const isStranger = role === 'approaching' && seat !== undefined && nation !== seat.nation;
      const at = isStranger ? lastPlaced(setting, viewer, windows, id) : viewer.now;
      if (at === undefined) return [];
      const owner = nation !== undefined && isShown({ nation }) ? nation : null;
      const east = eastOf(longitude + (drift * Math.floor(at / 60)) / 1440);
      return [{ id, name, nation: owner, regime, role, longitude: east }];
    }),
    links: viewer.links,
    sun: subsolarPoint(scenario.startsAt, viewer.now),
  };
}

/** An adversary's places are on its own map and on control's alone (V13). */
const isOpponent = (nation: Nation | undefined, viewer: string): boolean =>
  nation?.adversary === true && nation.id !== viewer;

/**
 * When the viewer last knew where an approaching satellite was: a sensor of its own nation had it in view, or a track of it came in writing.
 * Undefined when it never did.
 */
function lastPlaced(setting: Setting, viewer: Viewer, windows: Access['windows'], id: string): number | undefined {
  const nation = setting.seats.get(viewer.seat ?? '')?.nation;
  const { sensors } = setting.definition.coalition;
  const own = new Set(sensors.filter((sensor) => sensor.nation === nation).map((sensor) => sensor.id));
  const seen = windows
    .filter(({ sensor, object, from }) => object === id && own.has(sensor) && from <= viewer.now)
    .map(({ until }) => Math.min(until - 1, viewer.now));
  const told = viewer.tracked.get(id);
  const moments = told === undefined ? seen : [...seen, told];
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** Objects that the incidents are about: what their sense tasks look at. */
export function objectsOf(incidents: readonly Incident[]): ReadonlySet<string> {
  return new Set(
    incidents.flatMap(({ response }) => response.flatMap((task) => (task.task === 'sense' ? [task.object] : []))),
  );
}

function inView(windows: Access['windows'], look: { sensor: string; now: number }): string[] {
  return windows
    .filter(({ sensor, from, until }) => sensor === look.sensor && from <= look.now && look.now < until)
    .map(({ object }) => object);
}

/** Degrees east between -180 and 180, to a hundredth. */
const eastOf = (degrees: number): number => Math.round((((((degrees + 180) % 360) + 360) % 360) - 180) * 100) / 100;

const HALF_YEAR = 182.625;

/**
 * Where the sun stands overhead, to a tenth of a degree; good to about a degree, for day and night on a picture.
 * Declination by Bhaskara's rational approximation of the cosine, so that every machine draws the same.
 */
export function subsolarPoint(startsAt: string, now: number): Theatre['sun'] {
  const start = parseInstant(startsAt);
  if (start === undefined) throw new Error(`Impossible: StartEx is not an instant: ${startsAt}`);
  const { year, hour, minute } = civilOf(start + now);
  const day = Math.floor((start + now) / 86_400) - daysFromCivil(year, 1, 1);
  // Days since the December solstice, folded to a half year: 0 at the solstice, HALF_YEAR at the June one.
  const since = (day + 10) % (2 * HALF_YEAR);
  const folded = since > HALF_YEAR ? 2 * HALF_YEAR - since : since;
  const halfTurns = folded / HALF_YEAR;
  const near = halfTurns <= 0.5 ? halfTurns : 1 - halfTurns;
  const cosine = (1 - 4 * near * near) / (1 + near * near);
  const latitude = -23.4 * (halfTurns <= 0.5 ? cosine : -cosine);
  return { latitude: Math.round(latitude * 10) / 10, longitude: eastOf(180 - (hour * 60 + minute) / 4) };
}
