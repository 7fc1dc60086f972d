/** While a kept run is being fetched and made again. */
import { say } from '../../words/index.ts';
import { Banner, FootBanner } from './banner.tsx';

export const TakingUp = ({ marking }: { readonly marking: string }) => (
  <div class="place">
    <Banner marking={marking} />
    <main class="taking-up">
      <p role="status">{say('start.takingUp')}</p>
    </main>
    <FootBanner marking={marking} />
  </div>
);
