/** The entry of a place in a room: the door, a seat's table, control. Nothing here can reach an engine or a scenario. */
import { render } from 'preact';
import { pictureHanger } from './hang-picture.ts';
import type { Appearance } from './link/appearance.ts';
import { createAppearance } from './link/appearance.ts';
import { download } from './link/download.ts';
import { RoomDoor } from './link/room-door.ts';
import { RoomHost } from './link/room-host.ts';
import { settingOf } from './link/room-setting.ts';
import { RoomTable } from './link/room-table.ts';
import { windowTicket } from './link/room-ticket.ts';
import { Control } from './panels/control.tsx';
import { HostForm } from './panels/control-host.tsx';
import { Join } from './panels/join.tsx';
import { JoinedSeat } from './panels/join-seat.tsx';
import { JoinedWatch } from './panels/join-watch.tsx';
import { LedProvider, SettingProvider } from './panels/setting.ts';
import type { HangPicture } from './panels/theatre.tsx';

interface RoomProps {
  readonly table: RoomTable;
  readonly door: RoomDoor;
  readonly host: RoomHost | null;
  readonly appearance: Appearance;
  readonly hang: HangPicture;
}

function RoomPage(props: RoomProps) {
  const { table, door, host, appearance } = props;
  if (table.here.value) return <Inside {...props} />;
  const theme = { theme: appearance.theme.value, onTheme: appearance.change };
  if (host === null) {
    const complaint = table.complaint.value;
    return <Join {...theme} complaint={complaint} onJoin={(code) => table.comeIn(door.join(code))} />;
  }
  return (
    <HostForm
      {...theme}
      shelf={host.shelf.value}
      wish={host.wish.value}
      busy={host.busy.value}
      complaint={host.complaint.value}
      acts={{
        chooseScenario: (scenario) => host.chooseScenario(scenario),
        choose: (part) => host.choose(part),
        open: () => void host.open(),
        takeControl: (room) => void host.takeControl(room),
      }}
    />
  );
}

function Inside({ table, appearance, hang }: RoomProps) {
  const welcome = table.welcome.value;
  const view = table.view.value;
  if (welcome === null || view === null)
    return <Join waiting theme={appearance.theme.value} complaint={table.complaint.value} />;
  const shared = {
    role: welcome.role,
    view,
    link: { state: table.state.value, sending: table.sending.value, complaint: table.complaint.value },
    lookedAt: table.lookedAt.value,
    theme: appearance.theme.value,
    singleKeys: appearance.singleKeys.value,
    hang,
    acts: {
      decide: table.decide.bind(table),
      changeTheme: appearance.change,
      changeKeys: appearance.changeKeys,
      leave: () => table.leave(),
    },
  };
  return (
    <SettingProvider value={settingOf(welcome.setting, view.stage)}>
      <LedProvider value>
        {view.control !== null ? (
          <Control
            {...shared}
            control={view.control}
            doors={welcome.doors}
            devices={table.devices.value}
            joinAt={joinAt(welcome.addresses)}
            acts={{
              ...shared.acts,
              give: (command) => table.give(command),
              look: (seat) => table.look(seat),
              downloadRecord: () => void saveRecord(table, welcome.setting.scenario),
              dismiss: (ticket) => table.dismiss(ticket),
            }}
          />
        ) : view.seat !== null ? (
          <JoinedSeat {...shared} seat={view.seat} />
        ) : (
          <JoinedWatch {...shared} />
        )}
      </LedProvider>
    </SettingProvider>
  );
}

async function saveRecord(table: RoomTable, scenario: string): Promise<void> {
  const text = await table.record();
  if (text !== null) download(text, `${scenario.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.saydo`);
}

/** As the host knows them; else the address that this page itself came from, unless only this machine can reach it. */
function joinAt(addresses: readonly string[]): readonly string[] {
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
    ? []
    : [new URL('join', location.href).href];
  return addresses.length > 0 ? addresses : own;
}

/** The key comes behind the hash, which no request carries, and does not stay in the address. */
function keyFromAddress(): string {
  const key = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return key;
}

const appearance = createAppearance();
const door = new RoomDoor(location.origin);
const table = new RoomTable(location.origin, windowTicket());
const host = location.pathname.endsWith('/host') ? new RoomHost(door, table, keyFromAddress()) : null;
if (host !== null) void host.read();
render(
  <RoomPage table={table} door={door} host={host} appearance={appearance} hang={pictureHanger(appearance)} />,
  document.getElementById('say-do') as HTMLElement,
);
