/** The door of an exercise: a code, and in. */
import { useState } from 'preact/hooks';
import { say } from '../../words/index.ts';
import type { Theme } from '../link/cards.ts';
import { RoomDoor } from './room-door.tsx';

export interface JoinProps {
  readonly theme: Theme;
  readonly onTheme?: () => void;
  /** The ticket is there, the room is not yet. */
  readonly waiting?: boolean;
  readonly complaint?: string;
  readonly onJoin?: (code: string) => Promise<void>;
}

export function Join({ theme, onTheme, waiting, complaint = '', onJoin }: JoinProps) {
  const [code, setCode] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (code.trim() !== '') void onJoin?.(code);
  };
  return (
    <RoomDoor title={say('join.title')} theme={theme} onTheme={onTheme} complaint={complaint}>
      {waiting ? (
        <p class="empty" role="status">
          {complaint === '' ? say('join.waiting') : ''}
        </p>
      ) : (
        <form class="room-form" onSubmit={submit}>
          <div class="field">
            <label for="code">{say('join.code')}</label>
            <input
              id="code"
              type="text"
              class="mono room-code"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              maxLength={12}
              value={code}
              aria-describedby="code-hint"
              onInput={(event) => setCode(event.currentTarget.value)}
            />
            <p class="hint" id="code-hint">
              {say('join.codeTold')}
            </p>
          </div>
          <button type="submit" class="primary big">
            {say('join.go')}
          </button>
        </form>
      )}
    </RoomDoor>
  );
}
