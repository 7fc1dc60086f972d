/** A place without a seat: a wall that the whole room reads, or an observer, who sees behind the curtain. */
import { say } from '../../words/index.ts';
import { Banner, FootBanner } from './banner.tsx';
import { GameClock } from './clocks.tsx';
import { Truth } from './control-truth.tsx';
import type { RoomProps } from './join-props.ts';
import { RoomBar, StageNote } from './join-stage.tsx';
import { useSetting } from './setting.ts';

export function JoinedWatch(props: RoomProps) {
  const setting = useSetting();
  const { curtain, stage } = props.view;
  return (
    <div class="place room-watch">
      <Banner marking={setting.marking} />
      <RoomBar {...props} />
      <main class="room-watch-body">
        <GameClock now={stage.now} />
        <StageNote view={props.view} link={props.link} />
        {curtain === null ? null : (
          <>
            <p class="hint">{say('join.observing')}</p>
            <Truth curtain={curtain} />
          </>
        )}
      </main>
      <FootBanner marking={setting.marking} />
    </div>
  );
}
