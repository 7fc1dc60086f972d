/** What control's place is given beside what every place in a room is. */
import type { ControlView, DeviceCard, Door, RoomCommand } from '../link/room-cards.ts';
import type { RoomActs, RoomProps } from './join-props.ts';

export interface ControlActs extends RoomActs {
  readonly give: (command: RoomCommand) => void;
  readonly look: (seat: string | null) => void;
  readonly downloadRecord: () => void;
  readonly dismiss: (ticket: string) => void;
}

export interface ControlProps extends RoomProps {
  readonly control: ControlView;
  readonly doors: readonly Door[];
  readonly devices: readonly DeviceCard[];
  /** The addresses that others join at; none where only this machine reaches the host. */
  readonly joinAt: readonly string[];
  readonly acts: ControlActs;
}
