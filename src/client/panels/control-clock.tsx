/** The buttons that lead an exercise from one part to the next. Says beforehand what would lapse. */
import { useState } from 'preact/hooks';
import { say } from '../../words/index.ts';
import type { RoomCommand, RoomView } from '../link/room-cards.ts';
import type { ControlProps } from './control-props.ts';

interface Step {
  readonly words: string;
  readonly command: RoomCommand;
}

/** The usual way on first. */
export function stepsFrom(phase: RoomView['stage']['phase'], moreMoves: boolean): readonly Step[] {
  const brief: Step = { words: say('control.brief'), command: { type: 'brief' } };
  const hotWash: Step = { words: say('control.hotWash'), command: { type: 'hotWash' } };
  switch (phase) {
    case 'setUp':
      return [brief];
    case 'briefing':
      return [{ words: say('control.deliberate'), command: { type: 'deliberate' } }, hotWash];
    case 'deliberation':
      return [
        { words: say('control.resolveQuestion'), command: { type: 'resolve', until: 'nextQuestion' } },
        { words: say('control.resolveEnd'), command: { type: 'resolve', until: 'moveEnd' } },
        hotWash,
      ];
    case 'review':
      return moreMoves ? [brief, hotWash] : [hotWash];
    case 'hotWash':
      return [{ words: say('control.close'), command: { type: 'close' } }];
    case 'resolution':
    case 'closed':
      return [];
  }
}

export function ControlClock({ view, control, link, acts }: ControlProps) {
  const { phase, paused } = view.stage;
  const waiting = control.cells.reduce((sum, cell) => sum + cell.waiting.length, 0);
  // What is on its way is not pressed twice.
  const held = paused !== null || link.sending > 0;
  return (
    <section class="control-clock" aria-label={say('control.clock')}>
      <div class="row">
        {stepsFrom(phase, control.moreMoves).map(({ words, command }, i) => (
          <button
            key={words}
            type="button"
            class={i === 0 ? 'primary' : ''}
            disabled={held}
            onClick={() => acts.give(command)}
          >
            {words}
          </button>
        ))}
      </div>
      {phase === 'deliberation' ? (
        <p class="hint" role="status">
          {waiting === 0 ? say('control.allAnswered') : say('control.unanswered', { count: waiting })}
        </p>
      ) : null}
      {phase === 'closed' ? null : <Pause paused={paused !== null} give={acts.give} />}
    </section>
  );
}

function Pause(props: { readonly paused: boolean; readonly give: (command: RoomCommand) => void }) {
  const [reason, setReason] = useState('');
  if (props.paused) {
    return (
      <button type="button" class="primary" onClick={() => props.give({ type: 'resume' })}>
        {say('control.resume')}
      </button>
    );
  }
  const pause = (event: Event): void => {
    event.preventDefault();
    props.give({ type: 'pause', reason: reason.trim() || say('control.pauseUsual') });
    setReason('');
  };
  return (
    <form class="row" onSubmit={pause}>
      <label for="pause-reason">{say('control.pauseReason')}</label>
      <input
        id="pause-reason"
        type="text"
        maxLength={200}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit">{say('control.pause')}</button>
    </form>
  );
}
