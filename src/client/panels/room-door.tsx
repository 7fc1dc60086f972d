/** What stands before a room: the frame that joining and hosting share. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../../words/index.ts';
import type { Theme } from '../link/cards.ts';
import { Banner, FootBanner } from './banner.tsx';
import { ThemeSwitch } from './top-bar.tsx';

export interface RoomDoorProps {
  readonly title: string;
  readonly theme: Theme;
  readonly onTheme?: (() => void) | undefined;
  readonly complaint: string;
  readonly children: ComponentChildren;
}

export function RoomDoor({ title, theme, onTheme, complaint, children }: RoomDoorProps) {
  useEffect(() => {
    document.title = `${say('start.title')}: ${title}`;
  }, [title]);
  return (
    <div class="place room-door">
      <Banner marking={say('room.marking')} />
      <header class="start-head">
        <h1 class="wordmark">{say('start.title')}</h1>
        <p class="tagline">{title}</p>
        {onTheme === undefined ? null : <ThemeSwitch theme={theme} onTheme={onTheme} />}
      </header>
      <main class="room-door-body">
        {children}
        <p class="complaint" role="alert">
          {complaint}
        </p>
      </main>
      <footer class="start-foot">{say('start.not')}</footer>
      <FootBanner marking={say('room.marking')} />
    </div>
  );
}
