/** Seats, and who is at them: what each waits to decide, what it has answered, its code, its devices. */
import { say } from '../../words/index.ts';
import type { CellCard, DeviceCard, Role } from '../link/room-cards.ts';
import type { ControlProps } from './control-props.ts';
import { Glyph } from './glyph.tsx';
import { Heads, NationMark, Panel, Wide } from './parts.tsx';
import { useZulu } from './setting.ts';

const heads = ['control.seat', 'control.waits', 'control.answered', 'control.code'] as const;

export function ControlSeats({ control, doors, devices, joinAt, acts }: ControlProps) {
  return (
    <Panel id="seats" title={say('control.seats')}>
      <p class="control-join">
        {joinAt.length === 0 ? say('control.joinHere') : say('control.joinAt', { address: joinAt.join(', ') })}
      </p>
      <Wide label={say('control.seatsTold')}>
        <table class="control-seats">
          <Heads heads={heads.map((head) => say(head))} />
          <tbody>
            {doors.map(({ role, code }) => (
              <SeatRow
                key={code}
                role={role}
                code={code}
                cell={control.cells.find(({ seat }) => seat === role.seat)}
                devices={devices.filter((one) => one.role.kind === role.kind && one.role.seat === role.seat)}
                acts={acts}
              />
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  );
}

interface SeatRowProps {
  readonly role: Role;
  readonly code: string;
  readonly cell: CellCard | undefined;
  readonly devices: readonly DeviceCard[];
  readonly acts: ControlProps['acts'];
}

function SeatRow({ role, code, cell, devices, acts }: SeatRowProps) {
  const title = cell?.title ?? say(`room.role.${role.kind}`);
  return (
    <tr data-seat={role.seat ?? role.kind}>
      <th scope="row">
        {cell === undefined ? null : <NationMark nation={cell.nation} />} {title}
        {role.seat === null ? null : (
          <button type="button" class="slight" onClick={() => acts.look(role.seat)}>
            <Glyph shape="eye" /> {say('control.look')}
          </button>
        )}
      </th>
      <td class="control-waits">
        <Waits waiting={cell?.waiting ?? []} />
      </td>
      <td class="control-answered">
        <ul>
          {(cell?.answered ?? []).map(({ title: of, says }) => (
            <li key={of}>
              <Glyph shape="tick" /> {of}: {says}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <p class="mono room-code">{code}</p>
        <Devices title={title} devices={devices} onDismiss={acts.dismiss} />
      </td>
    </tr>
  );
}

function Waits({ waiting }: Pick<CellCard, 'waiting'>) {
  const zulu = useZulu();
  return (
    <ul>
      {waiting.map(({ title, deadline }) => (
        <li key={title}>
          <Glyph shape="diamond" /> {say('control.due', { title, at: zulu(deadline) })}
        </li>
      ))}
    </ul>
  );
}

function Devices(props: {
  readonly title: string;
  readonly devices: readonly DeviceCard[];
  readonly onDismiss: (ticket: string) => void;
}) {
  const { title, devices, onDismiss } = props;
  if (devices.length === 0) return <span class="quiet">{say('control.none')}</span>;
  const here = devices.filter((one) => one.here).length;
  return (
    <details>
      <summary>{say('control.here', { here, gone: devices.length - here })}</summary>
      {devices.map(({ ticket }, i) => (
        <button
          key={ticket}
          type="button"
          class="slight"
          aria-label={say('control.sendThis', { number: i + 1, seat: title })}
          onClick={() => onDismiss(ticket)}
        >
          {say('control.send')}
        </button>
      ))}
    </details>
  );
}
