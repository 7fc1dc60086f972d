/** While a kept run is being fetched and made again. */
import { say } from '../../words/index.ts';

export const TakingUp = () => (
  <main class="place taking-up">
    <p role="status">{say('start.takingUp')}</p>
  </main>
);
