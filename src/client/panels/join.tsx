/** The door of an exercise: a code, and in. */
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../words/index.ts';
import type { Theme } from '../link/cards.ts';
import { Banner, FootBanner } from './banner.tsx';
import { ThemeSwitch } from './top-bar.tsx';

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
  useEffect(() => {
    document.title = `${say('start.title')}: ${say('join.title')}`;
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    if (code.trim() !== '') void onJoin?.(code);
  };
  return (
    <div class="place room-door">
      <Banner marking={say('room.marking')} />
      <header class="start-head">
        <h1 class="wordmark">{say('start.title')}</h1>
        <p class="tagline">{say('join.title')}</p>
        {onTheme === undefined ? null : <ThemeSwitch theme={theme} onTheme={onTheme} />}
      </header>
      <main class="room-door-body">
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
        <p class="complaint" role="alert">
          {complaint}
        </p>
      </main>
      <footer class="start-foot">{say('start.not')}</footer>
      <FootBanner marking={say('room.marking')} />
    </div>
  );
}
