/** The bar above the table: what is played, which seat, and the switches that change nothing in the exercise. */
import { say } from '../../words/index.ts';
import type { HeldSeat, Kept, Theme } from '../link/cards.ts';
import { Glyph } from './glyph.tsx';
import { NationMark } from './parts.tsx';
import { useSetting, useZulu } from './setting.ts';

export interface TopBarProps {
  readonly seat: string;
  readonly held: readonly HeldSeat[];
  readonly curtainOpen: boolean;
  readonly theme: Theme;
  readonly kept: Kept;
  readonly onSeat: (seat: string) => void;
  readonly onCurtain: () => void;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
  readonly onRecord: () => void;
  readonly onLeave: () => void;
}

export function TopBar(props: TopBarProps) {
  const setting = useSetting();
  return (
    <header class="top-bar">
      <button type="button" class="wordmark" onClick={props.onLeave} title={say('table.leave')}>
        {say('start.title')}
        <span class="hidden">: {say('table.leave')}</span>
      </button>
      <h1 class="top-title">{setting.scenario}</h1>
      <dl class="top-facts">
        <div>
          <dt>{say('table.policy')}</dt>
          <dd>{setting.policy}</dd>
        </div>
        <div>
          <dt>{say('table.luck')}</dt>
          <dd class="mono">{setting.seed}</dd>
        </div>
      </dl>
      <SeatSwitch {...props} />
      <div class="top-switches">
        <KeptNote kept={props.kept} onRecord={props.onRecord} />
        <button
          type="button"
          aria-pressed={props.curtainOpen}
          onClick={props.onCurtain}
          title={say('table.curtainTold')}
        >
          <Glyph shape="eye" />{' '}
          <span class="curtain-word">{say(props.curtainOpen ? 'table.curtainOpen' : 'table.curtainClosed')}</span>
        </button>
        <ThemeSwitch theme={props.theme} onTheme={props.onTheme} />
        <button type="button" onClick={props.onHelp} aria-label={say('table.shortcuts')} aria-keyshortcuts="?">
          <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}

export function ThemeSwitch({ theme, onTheme }: { readonly theme: Theme; readonly onTheme: () => void }) {
  const other = theme === 'dark' ? 'table.themeLight' : 'table.themeDark';
  return (
    <button type="button" onClick={onTheme} aria-label={say('table.themeChange', { theme: say(other).toLowerCase() })}>
      {say(other)}
    </button>
  );
}

/** One seat is a name; several are a row of buttons, each with the number of questions that wait there. */
function SeatSwitch({ seat, held, onSeat }: Pick<TopBarProps, 'seat' | 'held' | 'onSeat'>) {
  const { seats } = useSetting();
  const several = held.length > 1;
  return (
    <nav class={several ? 'seats several' : 'seats'} aria-label={say('table.seatHeld')}>
      {held.map(({ seat: id, undecided }) => {
        const { nation, title } = seats.find((one) => one.id === id) ?? { nation: id, title: id };
        const name = (
          <>
            <NationMark nation={nation} /> <span class="seat-title">{title}</span>
          </>
        );
        if (!several) {
          return (
            <span key={id} class="seat-name">
              {name}
            </span>
          );
        }
        return (
          <button
            key={id}
            type="button"
            title={title}
            aria-current={id === seat ? 'true' : undefined}
            onClick={() => onSeat(id)}
          >
            {name}
            <Waiting count={undecided.length} />
          </button>
        );
      })}
    </nav>
  );
}

const Waiting = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <>
      <span class="count" aria-hidden="true">
        {count}
      </span>
      <span class="hidden">{say('table.undecided', { count })}</span>
    </>
  );

function KeptNote({ kept, onRecord }: { readonly kept: Kept; readonly onRecord: () => void }) {
  const zulu = useZulu();
  if (kept === 'not') {
    return (
      <button type="button" class="not-kept" title={say('table.notKeptTold')} onClick={onRecord}>
        <Glyph shape="cross" /> {say('table.notKept')}
      </button>
    );
  }
  return (
    <span class="kept" title={say('table.keptTold', { at: zulu(kept) })}>
      <Glyph shape="tick" /> {say('table.kept', { at: zulu(kept) })}
    </span>
  );
}
