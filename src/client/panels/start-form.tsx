/** The choices before a run: already filled in, so that the button alone is enough. */
import { say } from '../../words/index.ts';
import { Glyph } from './glyph.tsx';
import { LengthChoice } from './start-length.tsx';
import type { StartProps } from './start-props.ts';
import { SeatChoice } from './start-seats.tsx';

export function StartForm(props: StartProps) {
  const { choice, scenarios, acts } = props;
  const scenario = scenarios.find(({ id }) => id === choice.scenario);
  const lacking =
    choice.held.length === 0 ? say('start.seatsNone') : choice.seed.trim() === '' ? say('start.luckNone') : '';
  const submit = (event: Event) => {
    event.preventDefault();
    if (lacking === '' && props.fetching.state !== 'failed') acts.begin();
  };
  return (
    <form class="start-form" id="begin" aria-label={say('start.settings')} onSubmit={submit}>
      {scenarios.length > 1 ? <ScenarioChoice {...props} /> : null}
      {scenario === undefined || scenario.cuts.length === 0 ? null : <LengthChoice {...props} scenario={scenario} />}
      {scenario === undefined ? null : <SeatChoice {...props} scenario={scenario} />}
      <PolicyChoice {...props} />
      <Luck {...props} />
      <label class="check">
        <input
          type="checkbox"
          checked={choice.curtain}
          onChange={(event) => acts.choose({ ...choice, curtain: event.currentTarget.checked })}
        />
        <span>
          <Glyph shape="eye" /> {say('start.curtain')}
          <span class="hint">{say('start.curtainTold')}</span>
        </span>
      </label>
      <Begin {...props} lacking={lacking} />
    </form>
  );
}

/** The one button, and beside it what stands in its way. */
function Begin({ arriving, fetching, acts, lacking }: StartProps & { readonly lacking: string }) {
  const failed = fetching.state === 'failed';
  return (
    <div class="start-go">
      <p class="complaint" id="lacking" role="status">
        {failed ? `${say('start.notFetched', { why: fetching.why })}. ${say('start.notFetchedOut')}` : lacking}
      </p>
      {failed ? (
        // A key of its own: the same element must not turn into the other button while it is being pressed.
        <button key="again" type="button" class="primary big" onClick={acts.fetch}>
          {say('start.fetchAgain')}
        </button>
      ) : (
        <button
          key="begin"
          type="submit"
          class="primary big"
          disabled={lacking !== ''}
          aria-busy={arriving}
          aria-describedby="lacking"
        >
          <Glyph shape="next" /> {say(arriving ? 'start.arriving' : 'start.begin')}
        </button>
      )}
    </div>
  );
}

type ChoiceProps = Pick<StartProps, 'choice' | 'scenarios' | 'policies' | 'acts'>;

function ScenarioChoice({ choice, scenarios, acts }: ChoiceProps) {
  const choose = (id: string): void => {
    const seat = scenarios.find((one) => one.id === id)?.seats[0];
    acts.choose({ ...choice, scenario: id, cut: null, held: seat === undefined ? [] : [seat.id] });
  };
  return (
    <div class="field">
      <label for="scenario">{say('start.scenario')}</label>
      <select id="scenario" value={choice.scenario} onChange={(event) => choose(event.currentTarget.value)}>
        {scenarios.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function PolicyChoice({ choice, policies, acts }: ChoiceProps) {
  const policy = policies.find(({ id }) => id === choice.policy);
  return (
    <div class="field">
      <label for="policy">{say('start.policy')}</label>
      <select
        id="policy"
        value={choice.policy}
        onChange={(event) => acts.choose({ ...choice, policy: event.currentTarget.value })}
      >
        {policies.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <p class="hint">{policy?.summary ?? say('start.policyTold')}</p>
      {policy === undefined || policy.levers.length === 0 ? null : (
        <details>
          <summary>{say('start.levers')}</summary>
          <ul class="prose">
            {policy.levers.map((lever) => (
              <li key={lever}>{lever}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Luck({ choice, acts }: ChoiceProps) {
  return (
    <div class="field">
      <label for="seed">{say('start.luck')}</label>
      <div class="row">
        <input
          id="seed"
          class="mono"
          type="text"
          value={choice.seed}
          maxLength={80}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="seed-told"
          onInput={(event) => acts.choose({ ...choice, seed: event.currentTarget.value })}
        />
        <button type="button" onClick={acts.otherLuck}>
          {say('start.luckOther')}
        </button>
      </div>
      <p class="hint" id="seed-told">
        {say('start.luckTold')}
      </p>
    </div>
  );
}
