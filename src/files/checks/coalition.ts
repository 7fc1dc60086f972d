/** Cross-checks of the coalition by itself: names, reach-back, zones, desks. */
import { MINUTE } from '../../core/kernel/units.ts';
import type { Coalition, Nation, Organisation } from '../../core/model/coalition.ts';
import type { SourcedSpread } from '../../core/model/quantities.ts';
import type { Finding, Path } from '../problems.ts';
import { shareFindings, sourceFindings, spreadFindings } from './numbers.ts';
import type { Roster } from './setting.ts';
import { COALITION, distinct, resolve, rosterOf } from './setting.ts';
import { trustFindings } from './trust.ts';

function rosters(coalition: Coalition) {
  return {
    nations: rosterOf('nation', coalition.nations, COALITION),
    organisations: rosterOf('organisation', coalition.organisations, COALITION),
    zones: rosterOf('zone', coalition.zones, COALITION),
  };
}

function* repeats(coalition: Coalition): Generator<Finding> {
  for (const key of ['sources', 'zones', 'nations', 'organisations', 'sensors'] as const) {
    yield* distinct<{ readonly id: string }>(['coalition', key], coalition[key], ({ id }) => id);
  }
  yield* distinct(['coalition', 'nations'], coalition.nations, ({ code }) => code);
  yield* distinct(['coalition', 'pairs'], coalition.pairs, ({ from, to }) => `from ${from} to ${to}`);
  yield* distinct(['coalition', 'matrix'], coalition.matrix, ({ nation, area }) => `${nation}, ${area}`);
  for (const [i, { desks }] of coalition.organisations.entries()) {
    yield* distinct(['coalition', 'organisations', i, 'desks'], desks, ({ role }) => role);
  }
}

/** Organisations from which reaching back comes round to where it began. */
function* reachBackCircles(coalition: Coalition): Generator<Finding> {
  const byId = new Map(coalition.organisations.map((organisation) => [organisation.id, organisation]));
  for (const [i, organisation] of coalition.organisations.entries()) {
    const way = [organisation.id];
    for (let at = organisation.reachBack; at !== undefined && !way.includes(at); at = byId.get(at)?.reachBack)
      way.push(at);
    const end = byId.get(way.at(-1) ?? '')?.reachBack;
    if (end !== organisation.id) continue;
    yield {
      at: ['coalition', 'organisations', i, 'reachBack'],
      found: `a circle: ${[...way, organisation.id].join(' reaches back to ')}`,
      expected: 'reaching back that ends somewhere',
      mend: 'take one "reachBack" of the circle out',
    };
  }
}

function* organisationFindings(coalition: Coalition): Generator<Finding> {
  const { nations, organisations, zones } = rosters(coalition);
  for (const [i, organisation] of coalition.organisations.entries()) {
    const at: Path = ['coalition', 'organisations', i];
    yield* resolve([...at, 'nation'], organisation.nation, nations);
    yield* resolve([...at, 'zone'], organisation.zone, zones);
    yield* resolve([...at, 'reachBack'], organisation.reachBack, organisations);
    yield* backgroundFindings([...at, 'desks'], organisation.desks);
  }
  yield* reachBackCircles(coalition);
}

/** The shortest a spread can be. */
export function leastOf(spread: SourcedSpread): number {
  if ('exactly' in spread) return spread.exactly;
  return 'low' in spread ? spread.low : spread.p0;
}

function* backgroundFindings(at: Path, desks: Organisation['desks']): Generator<Finding> {
  for (const [d, { background }] of desks.entries()) {
    for (const [b, { every }] of background.entries()) {
      if (leastOf(every) >= MINUTE) continue;
      yield {
        at: [...at, d, 'background', b, 'every'],
        found: 'background work that may come more often than every minute',
        expected: 'at least "1m" between one item and the next',
        mend: 'write a longer time, and count several small items as one',
      };
    }
  }
}

/** An organisation that speaks for a nation is its own. */
function* homeFindings(
  coalition: Coalition,
  nation: Nation,
  key: 'exceptionsAt' | 'capital',
  at: Path,
): Generator<Finding> {
  const { nations, organisations } = rosters(coalition);
  const named = nation[key];
  yield* resolve(at, named, organisations);
  const authority = coalition.organisations.find(({ id }) => id === named);
  if (authority === undefined || authority.nation === nation.id || !nations.ids.has(authority.nation)) return;
  yield {
    at,
    found: `"${named}", which belongs to ${authority.nation}`,
    expected: `an organisation of ${nation.id}`,
    mend: `write an organisation whose "nation" is ${nation.id}`,
  };
}

function* nationFindings(coalition: Coalition): Generator<Finding> {
  yield* resolve(['coalition', 'lead'], coalition.lead, rosters(coalition).nations);
  for (const [i, nation] of coalition.nations.entries()) {
    for (const key of ['exceptionsAt', 'capital'] as const)
      yield* homeFindings(coalition, nation, key, ['coalition', 'nations', i, key]);
  }
}

function* crossingFindings(coalition: Coalition, nations: Roster): Generator<Finding> {
  for (const [i, { from, to }] of coalition.pairs.entries()) {
    yield* resolve(['coalition', 'pairs', i, 'from'], from, nations);
    yield* resolve(['coalition', 'pairs', i, 'to'], to, nations);
  }
  for (const [i, { by, to }] of coalition.delegations.entries()) {
    yield* resolve(['coalition', 'delegations', i, 'by'], by, nations);
    yield* resolve(['coalition', 'delegations', i, 'to'], to, nations);
  }
  for (const [i, { nation }] of coalition.matrix.entries())
    yield* resolve(['coalition', 'matrix', i, 'nation'], nation, nations);
}

function* sensorFindings(coalition: Coalition): Generator<Finding> {
  const { nations, organisations } = rosters(coalition);
  for (const [i, { nation, operator }] of coalition.sensors.entries()) {
    yield* resolve(['coalition', 'sensors', i, 'nation'], nation, nations);
    yield* resolve(['coalition', 'sensors', i, 'operator'], operator, organisations);
  }
}

/** Daylight time is a whole offset an hour or so from standard time, and begins and ends in different months. */
function* zoneFindings(coalition: Coalition): Generator<Finding> {
  for (const [i, { standardMinutes, daylight }] of coalition.zones.entries()) {
    if (daylight === undefined) continue;
    const at: Path = ['coalition', 'zones', i, 'daylight'];
    const change = Math.abs(daylight.minutes - standardMinutes);
    if (change < 1 || change > 120) {
      yield {
        at: [...at, 'minutes'],
        found: `daylight time ${daylight.minutes} minutes east of UTC, ${change} from standard time`,
        expected: 'the whole offset in daylight time, 1 to 120 minutes from "standardMinutes"',
        mend: `write the whole offset, like ${standardMinutes + 60}, not the change`,
      };
    }
    if (daylight.from.month !== daylight.until.month) continue;
    yield {
      at: [...at, 'until', 'month'],
      found: 'daylight time that begins and ends in the same month',
      expected: 'different months in "from" and "until"',
      mend: 'write the month in which clocks go back',
    };
  }
}

/** All that can be said of a coalition without a scenario. */
export function* coalitionFindings(coalition: Coalition): Generator<Finding> {
  const sources = new Set(coalition.sources.map(({ id }) => id));
  yield* repeats(coalition);
  yield* nationFindings(coalition);
  yield* organisationFindings(coalition);
  yield* sensorFindings(coalition);
  yield* crossingFindings(coalition, rosters(coalition).nations);
  yield* zoneFindings(coalition);
  yield* trustFindings(coalition);
  const { sources: _listed, ...numbers } = coalition;
  yield* sourceFindings(['coalition'], numbers, sources);
  yield* spreadFindings(['coalition'], numbers);
  yield* shareFindings(coalition);
}
