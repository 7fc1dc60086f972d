/** What panels know beside the view: what is public to every seat of a room, with a title for the move in hand only. */
import type { Stage } from '../../exercise/room-view.ts';
import type { PublicSetting } from '../../exercise/room-wire.ts';
import { say } from '../../words/index.ts';
import type { Setting } from './cards.ts';

export function settingOf(setting: PublicSetting, { move }: Stage): Setting {
  const titleOf = (number: number): string =>
    number === move?.number ? move.title : say('room.moveNumber', { number });
  return {
    ...setting,
    seed: '',
    moves: setting.moves.map(({ id, until }, i) => ({ id, until, title: titleOf(i + 1) })),
  };
}
