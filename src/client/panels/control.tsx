/** Control's place: moves and clock, seats and devices, what is really happening, and any seat's view, plainly marked. */
import { useEffect } from 'preact/hooks';
import { say } from '../../words/index.ts';
import { Banner, FootBanner } from './banner.tsx';
import { GameClock } from './clocks.tsx';
import { ControlClock } from './control-clock.tsx';
import type { ControlProps } from './control-props.ts';
import { ControlSeats } from './control-seats.tsx';
import { Truth } from './control-truth.tsx';
import { Glyph } from './glyph.tsx';
import type { RoomProps } from './join-props.ts';
import { SeatPanels } from './join-seat.tsx';
import { RoomBar, StageNote } from './join-stage.tsx';
import { Panel } from './parts.tsx';
import { useSetting } from './setting.ts';

export function Control(props: ControlProps) {
  const setting = useSetting();
  const { seat } = props.view;
  useEffect(() => {
    document.title = say('control.title', { scenario: setting.scenario });
  }, [setting.scenario]);
  return (
    <div class={seat === null ? 'place control' : 'place control table'} data-tab="decide">
      <Banner marking={setting.marking} />
      <RoomBar {...props} />
      {seat === null ? <Desk {...props} /> : <Shoulder {...props} seat={seat} />}
      <FootBanner marking={setting.marking} />
    </div>
  );
}

function Desk(props: ControlProps) {
  const { view, control } = props;
  return (
    <main class="control-body">
      <div class="control-lead">
        <GameClock now={view.stage.now} />
        <StageNote view={view} link={props.link} />
        <ControlClock {...props} />
      </div>
      <ControlSeats {...props} />
      <div class="control-aside">
        {view.curtain === null ? null : <Truth curtain={view.curtain} />}
        <Panel id="discussion" title={say('control.discussion')}>
          <ol class="prose">
            {control.discussion.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </Panel>
        <div class="control-record">
          <button type="button" onClick={props.acts.downloadRecord}>
            {say('control.record')}
          </button>
          <p class="hint">{say('control.recordTold')}</p>
        </div>
        <p class="quiet control-digest">
          {say('control.digest')} <span class="mono">{control.digest.slice(0, 16)}</span>
        </p>
      </div>
    </main>
  );
}

function Shoulder(props: ControlProps & { readonly seat: NonNullable<RoomProps['view']['seat']> }) {
  return (
    <>
      <p class="control-looking" role="status">
        <Glyph shape="eye" /> {say('control.looking', { seat: props.seat.card.title })}{' '}
        <button type="button" class="primary" onClick={() => props.acts.look(null)}>
          {say('control.lookEnd')}
        </button>
      </p>
      <SeatPanels {...props} />
    </>
  );
}
