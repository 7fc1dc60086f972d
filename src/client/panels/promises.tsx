/** What my nation has promised and what it was promised: the first due first, then what became of the others. */
import type { PromiseCard, SeatView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { PRESSING_SECONDS } from './clocks.tsx';
import { Glyph } from './glyph.tsx';
import { promiseShape } from './notice-line.ts';
import { Folded, Group, NationMark, Panel } from './parts.tsx';
import { nationName, useSetting, useZulu } from './setting.ts';

/** Nothing at all until somebody has given their word: most evenings pass without. */
export function Promises({ view }: { readonly view: SeatView }) {
  if (view.promises.length === 0) return null;
  const open = view.promises.filter(({ settled }) => settled === null);
  const settled = view.promises.filter((promise) => promise.settled !== null);
  const given = open.filter(({ from }) => from === view.card.nation);
  const received = open.filter(({ from }) => from !== view.card.nation);
  return (
    <Panel id="promises" title={say('promises.title')} count={given.length}>
      <OpenPromises title={say('promises.given')} promises={given} now={view.now} />
      <OpenPromises title={say('promises.received')} promises={received} now={view.now} />
      <Folded
        entries={settled.map((promise) => <SettledPromise key={promise.ref} promise={promise} />)}
        shown={open.length === 0 ? 3 : 0}
        word={(count) => say('promises.settled', { count })}
      />
    </Panel>
  );
}

function OpenPromises(props: {
  readonly title: string;
  readonly promises: readonly PromiseCard[];
  readonly now: number;
}) {
  if (props.promises.length === 0) return null;
  return (
    <Group title={props.title}>
      <ol class="cards">
        {props.promises.map((promise) => (
          <OpenPromise key={promise.ref} promise={promise} now={props.now} />
        ))}
      </ol>
    </Group>
  );
}

function Parties({ promise: { from, to } }: { readonly promise: PromiseCard }) {
  const setting = useSetting();
  return (
    <span class="parties">
      <NationMark nation={from} /> <Glyph shape="arrow" /> <NationMark nation={to} />
      <span class="hidden">{say('promises.by', { from: nationName(setting, from), to: nationName(setting, to) })}</span>
    </span>
  );
}

function OpenPromise({ promise, now }: { readonly promise: PromiseCard; readonly now: number }) {
  const zulu = useZulu();
  const left = promise.due - now;
  return (
    <li class="card promise" data-pressing={left <= PRESSING_SECONDS}>
      <p class="card-top">
        <b>{promise.says}</b>
      </p>
      <p class="promise-foot">
        <Parties promise={promise} />
        <span class="promise-due">
          <Glyph shape="ring" /> {say('promises.due', { at: zulu(promise.due) })} ·{' '}
          {say('promises.left', { time: spoken(Math.max(0, left)) })}
        </span>
      </p>
    </li>
  );
}

function SettledPromise({ promise }: { readonly promise: PromiseCard }) {
  const zulu = useZulu();
  const { settled } = promise;
  if (settled === null) return null;
  return (
    <li class="card promise" data-how={settled.how}>
      <p>{promise.says}</p>
      <p class="promise-foot">
        <Parties promise={promise} />
        <span class="promise-end">
          <Glyph shape={promiseShape[settled.how]} /> {say(`promises.${settled.how}`, { at: zulu(settled.at) })}
        </span>
      </p>
    </li>
  );
}
