/** The start page: the scenario ready to play, one button away. */
import { useEffect } from 'preact/hooks';
import { lasting, spoken, zulu } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { CapitalClock, ScenarioCard } from '../link/cards.ts';
import { Banner, FootBanner } from './banner.tsx';
import { Glyph } from './glyph.tsx';
import { NationMark } from './parts.tsx';
import { useSetting } from './setting.ts';
import { StartForm } from './start-form.tsx';
import type { StartProps } from './start-props.ts';
import { RunList } from './start-runs.tsx';
import { Picture } from './theatre.tsx';
import { ThemeSwitch } from './top-bar.tsx';

export function Start(props: StartProps) {
  const { marking } = useSetting();
  useEffect(() => {
    document.title = say('start.title');
  }, []);
  const scenario = props.scenarios.find(({ id }) => id === props.choice.scenario);
  return (
    <div class="place start">
      <a class="skip" href="#begin">
        {say('start.begin')}
      </a>
      <Banner marking={marking} />
      <header class="start-head">
        <h1 class="wordmark">{say('start.title')}</h1>
        <p class="tagline">{say('start.tagline')}</p>
        <a class="start-join" href="./room.html">
          {say('join.title')}
        </a>
        <ThemeSwitch theme={props.theme} onTheme={props.acts.changeTheme} />
      </header>
      <main class="start-body">
        {scenario === undefined ? (
          <p class="empty">{say('start.empty')}</p>
        ) : (
          <Scenario scenario={scenario} {...props} />
        )}
        <StartForm {...props} />
      </main>
      <footer class="start-foot">{say('start.not')}</footer>
      <FootBanner marking={marking} />
    </div>
  );
}

function Scenario(props: StartProps & { readonly scenario: ScenarioCard }) {
  const { scenario } = props;
  return (
    <section class="start-scenario" aria-labelledby="scenario-title">
      <div class="start-stage">
        {props.opened === null ? (
          <div class="picture">
            <p class="picture-word">{props.fetching.state === 'failed' ? '' : say('start.fetching')}</p>
          </div>
        ) : (
          <Picture showing={props.opened.showing} hang={props.hang} />
        )}
      </div>
      <div class="start-words">
        <h2 id="scenario-title">{scenario.title}</h2>
        <p class="summary">{scenario.summary}</p>
        <ScenarioFacts scenario={scenario} cut={props.choice.cut} />
      </div>
      <Capitals capitals={props.opened?.capitals ?? null} scenario={scenario} />
      <RunList {...props} />
      <div class="start-brief">
        <details open>
          <summary>{say('start.brief')}</summary>
          <p class="prose">{scenario.brief}</p>
        </details>
        <details>
          <summary>{say('start.objectives')}</summary>
          <ol class="prose">
            {scenario.objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ol>
        </details>
      </div>
    </section>
  );
}

function ScenarioFacts({ scenario, cut }: { readonly scenario: ScenarioCard; readonly cut: string | null }) {
  const { playMinutes, moves } = scenario.cuts.find(({ id }) => id === cut) ?? scenario;
  const facts = [
    [say('start.begins'), `${scenario.startsAt.slice(0, 10)} ${zulu(scenario.startsAt, 0)}`],
    [say('start.lasts'), lasting(scenario.lasts)],
    [say('start.takes'), say('start.atTable', { time: spoken(playMinutes * 60) })],
    ...(moves.length === 0 ? [] : [[say('start.moves'), String(moves.length)] as const]),
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="mono">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface CapitalsProps {
  readonly scenario: ScenarioCard;
  /** Null until they are here: their places are kept. */
  readonly capitals: readonly CapitalClock[] | null;
}

/** Why the hour matters: who is at work when it begins. */
function Capitals({ capitals, scenario }: CapitalsProps) {
  const expected = scenario.nations.filter(({ id, adversary }) => scenario.playing.includes(id) && adversary !== true);
  return (
    <section class="capitals" aria-label={say('start.desks')}>
      <h3 class="group-title">
        {say('start.desks')} <span class="quiet">{say('start.desksTold')}</span>
      </h3>
      <ul>
        {capitals === null
          ? expected.map(({ id }) => <CapitalToCome key={id} nation={id} />)
          : capitals.map((clock) => <Capital key={clock.nation} {...clock} />)}
      </ul>
    </section>
  );
}

const Capital = ({ nation, weekday, time, atWork }: CapitalClock) => (
  <li data-open={atWork}>
    <NationMark nation={nation} />
    <span class="mono">
      {weekday} {time}
    </span>
    <span class="capital-state">
      <Glyph shape={atWork ? 'circle' : 'ring'} /> {say(atWork ? 'start.atWork' : 'start.shut')}
    </span>
  </li>
);

const CapitalToCome = ({ nation }: { readonly nation: string }) => (
  <li>
    <NationMark nation={nation} />
    <span class="mono">…</span>
    <span class="capital-state">…</span>
  </li>
);
