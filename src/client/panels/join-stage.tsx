/** What everybody in a room is shown: which part of the exercise this is, and whether one is connected. */
import { say } from '../../words/index.ts';
import type { RoomLinkCard } from '../link/room-cards.ts';
import { Glyph } from './glyph.tsx';
import type { RoomProps } from './join-props.ts';
import { NationMark } from './parts.tsx';
import { useSetting, useZulu } from './setting.ts';
import { ThemeSwitch } from './top-bar.tsx';

export function RoomBar({ role, link, theme, acts }: Pick<RoomProps, 'role' | 'link' | 'theme' | 'acts'>) {
  const setting = useSetting();
  const seat = setting.seats.find(({ id }) => id === role.seat);
  return (
    <header class="top-bar">
      <span class="wordmark">{say('start.title')}</span>
      <h1 class="top-title">{setting.scenario}</h1>
      <span class="seat-name">
        {say(`room.role.${role.kind}`)}
        {seat === undefined ? null : (
          <>
            : <NationMark nation={seat.nation} /> <span class="seat-title">{seat.title}</span>
          </>
        )}
      </span>
      <div class="top-switches">
        <LinkNote link={link} />
        <ThemeSwitch theme={theme} onTheme={acts.changeTheme} />
        <button type="button" class="slight" onClick={acts.leave}>
          {say('join.leave')}
        </button>
      </div>
    </header>
  );
}

function LinkNote({ link }: { readonly link: RoomLinkCard }) {
  return (
    <span class="room-link" data-state={link.state} role="status">
      <Glyph shape={link.state === 'live' ? 'tick' : 'cross'} />{' '}
      {link.sending > 0 && link.state === 'live' ? say('room.sending') : say(`room.link.${link.state}`)}
    </span>
  );
}

/** Which move and which part of it. */
export function StageNote({ view, link }: Pick<RoomProps, 'view' | 'link'>) {
  const { phase, paused, move } = view.stage;
  const zulu = useZulu();
  return (
    <section class="room-stage" data-phase={phase} aria-label={say('room.stage')}>
      {move === null ? null : (
        <p class="room-move">
          {say('room.move', { number: move.number, of: move.of })}: <b>{move.title}</b>{' '}
          <span class="quiet">{say('room.moveUntil', { at: zulu(move.until), minutes: move.minutes })}</span>
        </p>
      )}
      <p class="room-phase" role="status">
        <b>{say(`room.phase.${phase}`)}</b> {say(`room.phaseTold.${phase}`)}
      </p>
      {paused === null ? null : (
        <p class="room-paused" role="alert">
          <Glyph shape="bar" /> {paused === '' ? say('room.paused') : say('room.pausedBy', { reason: paused })}
        </p>
      )}
      <p class="complaint" role="alert">
        {link.complaint}
      </p>
    </section>
  );
}
