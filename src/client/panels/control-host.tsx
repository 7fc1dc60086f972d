/** Opening a room: which scenario, under which policy, which seats; or taking control of one that is open. */
import { say } from '../../words/index.ts';
import type { Theme } from '../link/cards.ts';
import type { HostCard } from '../link/room-cards.ts';
import type { RoomWish } from '../link/room-door.ts';
import { RoomDoor } from './room-door.tsx';

interface HostActs {
  readonly chooseScenario: (scenario: string) => void;
  readonly choose: (part: Partial<RoomWish>) => void;
  readonly open: () => void;
  readonly takeControl: (room: string) => void;
}

export interface HostFormProps {
  readonly shelf: HostCard | null;
  readonly wish: RoomWish;
  readonly busy: boolean;
  readonly complaint: string;
  readonly theme: Theme;
  readonly onTheme: () => void;
  readonly acts: HostActs;
}

export function HostForm(props: HostFormProps) {
  const { shelf, complaint, theme, onTheme } = props;
  return (
    <RoomDoor title={say('host.title')} theme={theme} onTheme={onTheme} complaint={complaint}>
      {shelf !== null ? (
        <>
          <OpenForm {...props} shelf={shelf} />
          <Rooms {...props} shelf={shelf} />
        </>
      ) : complaint === '' ? (
        <p class="empty" role="status">
          {say('host.reading')}
        </p>
      ) : (
        <p>{say('host.noKey')}</p>
      )}
    </RoomDoor>
  );
}

type Shelved = HostFormProps & { readonly shelf: HostCard };

function OpenForm(props: Shelved) {
  const { shelf, wish, busy, acts } = props;
  const scenario = shelf.scenarios.find(({ id }) => id === wish.scenario);
  const submit = (event: Event): void => {
    event.preventDefault();
    acts.open();
  };
  return (
    <form class="room-form room-open" onSubmit={submit}>
      <Choice
        id="scenario"
        label={say('start.scenario')}
        value={wish.scenario}
        choices={shelf.scenarios.map(({ id, title }) => ({ id, words: title }))}
        onChoose={acts.chooseScenario}
      />
      {scenario === undefined || scenario.cuts.length === 0 ? null : (
        <Choice
          id="cut"
          label={say('host.length')}
          value={wish.cut ?? ''}
          choices={[{ id: '', title: scenario.title, playMinutes: scenario.playMinutes }, ...scenario.cuts].map(
            (one) => ({
              id: one.id,
              words: say('host.takes', { title: one.title, minutes: one.playMinutes }),
            }),
          )}
          onChoose={(cut) => acts.choose({ cut: cut === '' ? null : cut })}
        />
      )}
      <Choice
        id="policy"
        label={say('start.policy')}
        value={wish.policy}
        choices={shelf.policies.map(({ id, title }) => ({ id, words: title }))}
        onChoose={(policy) => acts.choose({ policy })}
      />
      <Seats {...props} />
      <div class="field">
        <label for="luck">{say('start.luck')}</label>
        <input
          id="luck"
          type="text"
          class="mono"
          maxLength={60}
          value={wish.seed}
          onInput={(event) => acts.choose({ seed: event.currentTarget.value })}
        />
      </div>
      <button
        type="submit"
        class="primary big"
        disabled={busy || wish.held.length === 0 || wish.seed.trim() === ''}
        aria-busy={busy}
      >
        {say(busy ? 'host.opening' : 'host.open')}
      </button>
    </form>
  );
}

function Seats({ shelf, wish, acts }: Shelved) {
  const seats = shelf.scenarios.find(({ id }) => id === wish.scenario)?.seats ?? [];
  const hold = (seat: string, held: boolean): void =>
    acts.choose({ held: held ? [...wish.held, seat] : wish.held.filter((one) => one !== seat) });
  return (
    <fieldset class="field room-seats">
      <legend>{say('host.seats')}</legend>
      {seats.map(({ id, title }) => (
        <label key={id} class="check">
          <input
            type="checkbox"
            checked={wish.held.includes(id)}
            onChange={(event) => hold(id, event.currentTarget.checked)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Choice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly words: string }[];
  readonly onChoose: (id: string) => void;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {props.choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Rooms({ shelf, busy, acts }: Shelved) {
  if (shelf.rooms.length === 0) return null;
  return (
    <section class="room-form" aria-labelledby="rooms-title">
      <h2 id="rooms-title">{say('host.rooms')}</h2>
      <ul class="cards">
        {shelf.rooms.map(({ id, title, opened }) => (
          <li key={id} class="card">
            <b>{title}</b> <span class="quiet">{say('host.madeAt', { when: opened })}</span>
            <button type="button" disabled={busy} onClick={() => acts.takeControl(id)}>
              {say('host.takeControl')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
