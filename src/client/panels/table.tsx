/** A seat's place: the theatre in the middle, what reached me left, what I must decide right, the timeline below. */
import { useEffect, useState } from 'preact/hooks';
import type { SeatView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { tellPhrase } from '../../words/phrases.ts';
import { Advance } from './advance.tsx';
import { Announcer } from './announcer.tsx';
import { Banner, FootBanner } from './banner.tsx';
import { DeadlineClocks, GameClock } from './clocks.tsx';
import { Decisions, TakenDecisions } from './decisions.tsx';
import { ConfirmEnd, Shortcuts } from './dialogs.tsx';
import { Holding } from './holding.tsx';
import { Inbox } from './inbox.tsx';
import { NationMark } from './parts.tsx';
import { Promises } from './promises.tsx';
import { Requests } from './requests.tsx';
import { useSetting } from './setting.ts';
import type { TableProps } from './table-props.ts';
import type { TableTab } from './tabs.tsx';
import { Tabs } from './tabs.tsx';
import { Theatre } from './theatre.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import type { Desk } from './use-desk.ts';
import { useDesk } from './use-desk.ts';

export function Table(props: TableProps) {
  const desk = useDesk(props);
  const [tab, setTab] = useState<TableTab>('decide');
  const setting = useSetting();
  useEffect(() => window.scrollTo(0, 0), [props.view.card.seat]);
  useEffect(() => {
    document.title = say('table.title', { scenario: setting.scenario, seat: props.view.card.title });
  }, [setting.scenario, props.view.card.title]);
  return (
    <div class="place table" data-tab={tab} data-curtain={props.curtain !== null}>
      <a class="skip" href="#decide">
        {say('table.skip')}
      </a>
      <Banner marking={setting.marking} />
      <TopBar
        {...props}
        seat={props.view.card.seat}
        curtainOpen={props.curtain !== null}
        onSeat={props.acts.takeSeat}
        onCurtain={() => props.acts.drawCurtain(props.curtain === null)}
        onTheme={props.acts.changeTheme}
        onHelp={() => desk.setHelp(true)}
        onRecord={props.acts.downloadRecord}
        onLeave={props.acts.leave}
      />
      <Strip {...props} desk={desk} />
      <Tabs tab={tab} decisions={props.view.decisions.length} onTab={setTab} />
      <Panels {...props} desk={desk} />
      <FootBanner marking={setting.marking} />
      <Announcer view={props.view} />
      <TableDialogs {...props} desk={desk} />
    </div>
  );
}

type WithDesk = TableProps & { readonly desk: Desk };

/** Always visible: the clock, the deadlines, the buttons, and what is holding us up. */
function Strip({ view, held, curtain, ended, acts, desk }: WithDesk) {
  const { startsAt } = useSetting();
  return (
    <section class="strip" aria-label={say('table.strip')}>
      <div class="strip-now">
        <GameClock now={view.now} />
        <DeadlineClocks view={view} ended={ended} />
        {held.length > 1 ? <SeatInSight card={view.card} /> : null}
      </div>
      <Advance
        undecided={held.flatMap((one) => one.undecided)}
        ended={ended}
        onNext={acts.next}
        onHour={acts.hour}
        onEnd={() => desk.setEnding(true)}
        onReview={acts.review}
      />
      <Holding view={view} ended={ended} curtain={curtain} tell={(phrase) => tellPhrase(startsAt, phrase)} />
    </section>
  );
}

/** On a phone the bar above scrolls away; whoever holds several seats still sees which one this is. */
const SeatInSight = ({ card }: { readonly card: SeatView['card'] }) => (
  <p class="seat-in-sight">
    <NationMark nation={card.nation} /> {card.title}
  </p>
);

export function Panels({ view, held, ended, curtain, dealings, openTheatre, lookedAt, hang, acts, desk }: WithDesk) {
  const { startsAt } = useSetting();
  return (
    <main class="panels">
      <div class="column reached-column">
        <Inbox view={view} curtain={curtain} dealings={dealings} lookedAt={lookedAt} />
      </div>
      <div class="column theatre-column">
        <Theatre
          showing={{ theatre: openTheatre ?? view.theatre, now: view.now, startsAt }}
          truth={openTheatre !== null}
          hang={hang}
        />
      </div>
      <div class="column decide-column">
        <Decisions
          view={view}
          ended={ended}
          held={held}
          onSeat={acts.takeSeat}
          inHand={desk.inHand}
          chosen={desk.chosen}
          onTakeInHand={desk.takeInHand}
          onChoose={desk.choose}
          onDecide={acts.decide}
        />
        <Promises view={view} />
        <Requests view={view} />
        <div class="panel">
          <TakenDecisions view={view} />
        </div>
      </div>
      <Timeline view={view} />
    </main>
  );
}

function TableDialogs({ held, singleKeys, acts, desk }: WithDesk) {
  return (
    <>
      <Shortcuts open={desk.help} obeyed={singleKeys} onObey={acts.changeKeys} onClose={() => desk.setHelp(false)} />
      <ConfirmEnd
        open={desk.ending}
        undecided={held.flatMap((one) => one.undecided.map(({ title }) => title))}
        onGo={() => {
          desk.setEnding(false);
          acts.end();
        }}
        onStay={() => desk.setEnding(false)}
      />
    </>
  );
}
