/** The marking: top and bottom of every place, every printed page. Read out once, at the top. */
import { useEffect } from 'preact/hooks';
import { say } from '../../words/index.ts';
import { markPages } from './paper-marking.ts';

export function Banner({ marking }: { readonly marking: string }) {
  useEffect(() => markPages(marking), [marking]);
  return (
    <aside class="banner" aria-label={say('table.marking')}>
      {marking}
    </aside>
  );
}

export const FootBanner = ({ marking }: { readonly marking: string }) => (
  <div class="banner banner-foot" aria-hidden="true">
    {marking}
  </div>
);
