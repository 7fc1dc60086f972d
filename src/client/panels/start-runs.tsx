/** Runs this browser keeps: unfinished ones to take up again, finished ones to look at. */
import { useState } from 'preact/hooks';
import { say } from '../../words/index.ts';
import type { RunCard } from '../link/cards.ts';
import { Glyph } from './glyph.tsx';
import type { StartProps } from './start-props.ts';

const SHOWN = 3;

export function RunList({ runs, forgotten, acts }: StartProps) {
  const [all, setAll] = useState(false);
  if (runs.length === 0 && !forgotten) return null;
  return (
    <section class="runs" aria-label={say('start.resume')}>
      <ul class="cards">
        {(all ? runs : runs.slice(0, SHOWN)).map((run) => (
          <Run key={run.id} run={run} onResume={acts.resume} onForget={acts.forget} />
        ))}
      </ul>
      {!all && runs.length > SHOWN ? (
        <button type="button" onClick={() => setAll(true)}>
          {say('start.more', { count: runs.length })}
        </button>
      ) : null}
      <p class="forgotten" role="status">
        {forgotten ? (
          <>
            {say('start.forgotten')}{' '}
            <button type="button" onClick={acts.undoForget}>
              {say('start.undo')}
            </button>
          </>
        ) : null}
      </p>
    </section>
  );
}

interface RunProps {
  readonly run: RunCard;
  readonly onResume: (run: string) => void;
  readonly onForget: (run: string) => void;
}

function Run({ run, onResume, onForget }: RunProps) {
  return (
    <li class="card run" data-ended={run.ended}>
      <p class="card-top">
        <Glyph shape={run.ended ? 'tick' : 'half'} /> {say(run.ended ? 'start.finished' : 'start.resume')}{' '}
        <b>{run.scenario}</b>
      </p>
      <p class="quiet">
        {run.cut === '' ? '' : `${run.cut} · `}
        {run.policy} · <span class="mono">{run.seed}</span> ·{' '}
        {run.ended ? '' : `${say('start.resumeAt', { at: run.at, done: run.done })} · `}
        {say('start.saved', { when: run.saved })}
      </p>
      <div class="row">
        <button type="button" onClick={() => onResume(run.id)}>
          {say(run.ended ? 'start.reviewGo' : 'start.resumeGo')}
        </button>
        <button
          type="button"
          class="slight"
          aria-label={say('start.forgetThis', { title: run.scenario, seed: run.seed })}
          onClick={() => onForget(run.id)}
        >
          {say('start.forget')}
        </button>
      </div>
    </li>
  );
}
