/** What link hands to the places in a room: views and cards as they come over the wire. */
import type { HostShelf } from '../../exercise/room-wire.ts';

export type { Role } from '../../exercise/roles.ts';
export type { RoomCommand } from '../../exercise/room-command.ts';
export type { CellCard, ControlView, RoomView } from '../../exercise/room-view.ts';
export type { Device as DeviceCard, Door } from '../../exercise/room-wire.ts';

export interface RoomLinkCard {
  readonly state: 'connecting' | 'live' | 'lost';
  /** Commands that the host has not answered yet. */
  readonly sending: number;
  /** Why something was refused; empty where nothing was. */
  readonly complaint: string;
}

/** What can be hosted, with the hour at which each room was opened in words. */
export interface HostCard extends Omit<HostShelf, 'rooms'> {
  readonly rooms: readonly { readonly id: string; readonly title: string; readonly opened: string }[];
}
