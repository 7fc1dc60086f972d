/** The picture in words: what is on its way through which gates, what sees what, where the objects are. */

import type { Theatre, TheatreLink } from '../../core/model/view.ts';
import { say, sayPhrase } from '../../words/index.ts';
import type { Shape } from './glyph.tsx';
import { Glyph } from './glyph.tsx';
import { Empty, NationMark, Wide } from './parts.tsx';

type Gate = TheatreLink['gates'][number];

export const gateShape: Record<Gate['state'], Shape> = {
  clear: 'ring',
  working: 'half',
  waiting: 'circle',
  closed: 'bar',
  passed: 'tick',
  refused: 'cross',
  unknown: 'ring',
};

const gateNames = ['front-door', 'release', 'carriage'] as const;

export interface TheatreTwinProps {
  readonly theatre: Theatre;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

export function TheatreTwin({ theatre, open, onToggle }: TheatreTwinProps) {
  return (
    <details class="twin" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{say('picture.twin')}</summary>
      <Wide label={say('picture.twin')} tall>
        <h3 class="group-title">{say('picture.links')}</h3>
        {theatre.links.length === 0 ? <Empty>{say('picture.linksEmpty')}</Empty> : <Links theatre={theatre} />}
        <h3 class="group-title">{say('picture.sensors')}</h3>
        {theatre.sensors.length === 0 ? <Empty>{say('picture.sensorsEmpty')}</Empty> : <Sensors theatre={theatre} />}
        <h3 class="group-title">{say('picture.satellites')}</h3>
        <Satellites theatre={theatre} />
      </Wide>
    </details>
  );
}

function Links({ theatre }: { readonly theatre: Theatre }) {
  const short = (id: string): string => theatre.organisations.find((one) => one.id === id)?.short ?? id;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('picture.link')}</th>
          <th scope="col">{say('picture.from')}</th>
          <th scope="col">{say('picture.to')}</th>
          {gateNames.map((gate) => (
            <th key={gate} scope="col">
              {say(`gateName.${gate}`)}
            </th>
          ))}
          <th scope="col">{say('picture.state')}</th>
        </tr>
      </thead>
      <tbody>
        {theatre.links.map((link) => (
          <tr key={link.ref}>
            <th scope="row">{link.title}</th>
            <td>{short(link.from)}</td>
            <td>{short(link.to)}</td>
            {gateNames.map((gate) => (
              <GateCell key={gate} gate={link.gates.find((one) => one.gate === gate)} />
            ))}
            <td>{say(`linkState.${link.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GateCell({ gate }: { readonly gate: Gate | undefined }) {
  const state = gate?.state ?? 'unknown';
  return (
    <td class="gate" data-state={state}>
      <Glyph shape={gateShape[state]} /> {gate?.label ? sayPhrase(gate.label) : say(`gateState.${state}`)}
    </td>
  );
}

type Sensor = Theatre['sensors'][number];

/** A seat is told by its own nation's sensors alone; control, which owns none of the places, by all. */
function seenBy({ satellites, organisations }: Theatre, { nation, sees }: Sensor): string {
  const own = organisations.filter((one) => one.own);
  if (own.length > 0 && own.every((one) => one.nation !== nation)) return say('picture.seesUntold');
  const name = (id: string): string => satellites.find((one) => one.id === id)?.name ?? id;
  return sees.length === 0 ? say('picture.seesNothing') : say('picture.sees', { objects: sees.map(name).join(', ') });
}

function Sensors({ theatre }: { readonly theatre: Theatre }) {
  return (
    <ul class="plain">
      {theatre.sensors.map((sensor) => (
        <li key={sensor.id}>
          <NationMark nation={sensor.nation} /> {sensor.name}, {seenBy(theatre, sensor)}
        </li>
      ))}
    </ul>
  );
}

const eastWest = (longitude: number): string => `${Math.abs(longitude).toFixed(1)}° ${longitude < 0 ? 'W' : 'E'}`;

function Satellites({ theatre }: { readonly theatre: Theatre }) {
  return (
    <ul class="plain">
      {theatre.satellites.map((satellite) => (
        <li key={satellite.id}>
          {satellite.nation === null ? null : <NationMark nation={satellite.nation} />} {satellite.name},{' '}
          {say(`role.${satellite.role}`)},{' '}
          {say('picture.position', {
            longitude: eastWest(satellite.longitude),
            regime: say(`regime.${satellite.regime}`),
          })}
        </li>
      ))}
    </ul>
  );
}
