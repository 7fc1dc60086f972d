/** A seat's table in a room: the same panels as alone, fed by the host; control lets time pass. */
import { useEffect, useState } from 'preact/hooks';
import type { SeatView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { tellPhrase } from '../../words/phrases.ts';
import { Announcer } from './announcer.tsx';
import { Banner, FootBanner } from './banner.tsx';
import { DeadlineClocks, GameClock } from './clocks.tsx';
import { Holding } from './holding.tsx';
import type { RoomProps } from './join-props.ts';
import { RoomBar, StageNote } from './join-stage.tsx';
import { useSetting } from './setting.ts';
import { Panels } from './table.tsx';
import type { TableProps } from './table-props.ts';
import type { TableTab } from './tabs.tsx';
import { Tabs } from './tabs.tsx';
import { useDesk } from './use-desk.ts';

type SeatProps = RoomProps & { readonly seat: SeatView };

export function JoinedSeat(props: SeatProps) {
  const [tab, setTab] = useState<TableTab>('decide');
  const setting = useSetting();
  useEffect(() => {
    document.title = say('table.title', { scenario: setting.scenario, seat: props.seat.card.title });
  }, [setting.scenario, props.seat.card.title]);
  return (
    <div class="place table" data-tab={tab} data-curtain={false}>
      <a class="skip" href="#decide">
        {say('table.skip')}
      </a>
      <Banner marking={setting.marking} />
      <RoomBar {...props} />
      <SeatStrip {...props} />
      <Tabs tab={tab} decisions={props.seat.decisions.length} onTab={setTab} />
      <SeatPanels {...props} />
      <FootBanner marking={setting.marking} />
      <Announcer view={props.seat} />
    </div>
  );
}

function SeatStrip({ seat, view, link }: SeatProps) {
  const { startsAt } = useSetting();
  const { ended } = view.stage;
  return (
    <section class="strip" aria-label={say('table.strip')}>
      <div class="strip-now">
        <GameClock now={seat.now} />
        <DeadlineClocks view={seat} ended={ended} />
      </div>
      <StageNote view={view} link={link} />
      <Holding view={seat} ended={ended} curtain={null} tell={(phrase) => tellPhrase(startsAt, phrase)} />
    </section>
  );
}

/** The panels of a seat, with keys for its decisions; control looks over a shoulder through them too. */
export function SeatPanels(props: SeatProps) {
  const table = tableOf(props);
  const desk = useDesk(table);
  return <Panels {...table} desk={desk} />;
}

const nothing = (): void => {};

/** A table at which time is not one's own and the curtain stays shut. */
function tableOf({ seat, view, lookedAt, theme, singleKeys, hang, acts }: SeatProps): TableProps {
  return {
    view: seat,
    curtain: null,
    dealings: null,
    openTheatre: null,
    held: [{ seat: seat.card.seat, undecided: seat.decisions }],
    ended: view.stage.ended,
    lookedAt,
    kept: seat.now,
    theme,
    singleKeys,
    hang,
    acts: {
      next: nothing,
      hour: nothing,
      end: nothing,
      decide: ({ decision, option, reason }) => acts.decide(decision, option, reason),
      takeSeat: nothing,
      drawCurtain: nothing,
      changeTheme: acts.changeTheme,
      changeKeys: acts.changeKeys,
      downloadRecord: nothing,
      review: nothing,
      leave: acts.leave,
    },
  };
}
