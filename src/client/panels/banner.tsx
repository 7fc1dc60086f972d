/** The marking: top and bottom of every place, every printed page. Read out once, at the top. */
import { say } from '../../words/index.ts';

export function Banner({ marking, foot }: { readonly marking: string; readonly foot?: boolean }) {
  if (foot) {
    return (
      <div class="banner banner-foot" aria-hidden="true">
        {marking}
      </div>
    );
  }
  return (
    <aside class="banner" aria-label={say('table.marking')}>
      {marking}
    </aside>
  );
}
