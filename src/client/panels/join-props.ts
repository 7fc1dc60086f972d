/** What every place in a room is given. */
import type { Phrase } from '../../core/model/view.ts';
import type { Theme } from '../link/cards.ts';
import type { Role, RoomLinkCard, RoomView } from '../link/room-cards.ts';
import type { HangPicture } from './theatre.tsx';

export interface RoomActs {
  readonly decide: (decision: string, option: string, reason: string) => Phrase | undefined;
  readonly changeTheme: () => void;
  readonly changeKeys: () => void;
  readonly leave: () => void;
}

export interface RoomProps {
  readonly role: Role;
  readonly view: RoomView;
  readonly link: RoomLinkCard;
  /** Game time of the look before this one. */
  readonly lookedAt: number;
  readonly theme: Theme;
  readonly singleKeys: boolean;
  readonly hang: HangPicture;
  readonly acts: RoomActs;
}
