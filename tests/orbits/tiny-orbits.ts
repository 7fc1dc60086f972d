/** The tiny library with orbits: a ring satellite with two ways to go and a low one, a telescope, a radar and a monitor. */
import { checkAll } from '../../src/files/library.ts';
import type { OrbitInputs } from '../../src/orbits/read-orbits.ts';
import { readOrbits } from '../../src/orbits/read-orbits.ts';
import { readerOf, tinyTexts } from '../support/tiny-library.ts';

export const orbitsText = `scenario: tiny
limits:
  - { sensors: [us-telescope], elevation: 20, altitude: { from: 5000, until: 60000 }, sunBelow: 12, sunlit: true, dwell: 10m, source: handbook, confidence: low }
  - { sensors: [french-radar], elevation: 5, range: 3000, dwell: 1m, source: handbook, confidence: low }
platforms: []
objects:
  - id: visitor
    says: "Drifts along the ring"
    sensors: [us-telescope]
    trajectories:
      - { id: stays, says: "It stays.", segments: [{ from: 0m, geo: { longitude: -150 } }] }
      - { id: leaves, says: "It drifts out of sight.", segments: [{ from: 0m, geo: { longitude: -150 } }, { from: 6h, geo: { drift: 20 } }] }
    source: estimate
    confidence: low
  - id: relay
    says: "Low over both"
    sensors: [french-radar]
    trajectories:
      - id: as-flown
        says: "It flies on."
        segments:
          - from: 0m
            omm: { EPOCH: "2023-10-11T17:00:00", MEAN_MOTION: 14.5, ECCENTRICITY: 0.001, INCLINATION: 65, RA_OF_ASC_NODE: 10, ARG_OF_PERICENTER: 0, MEAN_ANOMALY: 0 }
    source: estimate
    confidence: low
given:
  - { sensor: french-radar, object: visitor, from: 2h, until: 2h20m, source: estimate, confidence: low }
  - { sensor: us-telescope, object: relay, from: 30m, until: 1h10m, source: estimate, confidence: low }
`;

/** Reads the tiny library with those orbits, changed or not. */
export function tinyInputs(change: (text: string) => string = (text) => text): OrbitInputs {
  return readOrbits(readerOf({ ...tinyTexts, 'tiny/orbits.yaml': change(orbitsText) }), 'tiny');
}

/** What the checks of the library have against an access file in place of the one written by hand. */
export function problemsOf(accessText: string): string[] {
  const problems = checkAll(readerOf({ ...tinyTexts, 'tiny/access.yaml': accessText }));
  return problems.filter(({ file }) => file.endsWith('access.yaml')).map(({ message }) => message);
}
